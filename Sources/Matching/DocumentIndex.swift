import Records

/// Document numbers as they are compared: letters and digits only, O read as 0 and I as 1.
enum DocumentNumber {
  /// Shorter numbers (`1`, `N/A`) name nobody.
  static let lettersMin = 5

  /// - Returns: nil for a number too short to name anybody.
  static func key(_ number: some Sequence<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    for byte in number {
      switch upperASCII(byte) {
      case 0x4F: key.append(0x30)
      case 0x49: key.append(0x31)
      case 0x30...0x39, 0x41...0x5A: key.append(upperASCII(byte))
      default: continue
      }
    }
    // A number of zeros or of one repeated sign is a placeholder.
    return key.count >= lettersMin && key.contains { $0 != key[0] } ? key : nil
  }
}

/// Listed persons by document number.
struct DocumentIndex: Sendable {
  private var persons: [[UInt8]: [UInt32]] = [:]

  init(persons count: Int, documents: (Int) -> [ListedDocument]) {
    for person in 0..<count {
      for document in documents(person) {
        if let key = DocumentNumber.key(document.number.utf8) {
          persons[key, default: []].append(UInt32(person))
        }
      }
    }
  }

  var isEmpty: Bool { persons.isEmpty }

  func persons(with key: [UInt8]) -> [UInt32] { persons[key] ?? [] }
}
