internal import Records

/// What an entity says of another one: all that is kept of a passport or a sanction.
enum FTMFact {
  case documents(String, type: ListedDocumentType, country: String?)
  case listing(PartialDate)
  case programme(String)

  /// Texts of documents come in any alphabet, numbers in ASCII: other letters, which often cling to a number,
  /// become blanks.
  static func plain(_ text: String) -> [String] {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3B, 0x0A, 0xFF1B: plain.append("\n")
      case 0xFF01...0xFF5E:
        // The wide forms of ASCII.
        plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? " ")
      case 0..<0x250: plain.unicodeScalars.append(scalar)
      default: plain.append(" ")
      }
    }
    return plain.split(separator: "\n").map(String.init)
  }
}

extension RecordBuilder {
  mutating func add(_ fact: FTMFact, _ findings: inout ListFindings) {
    switch fact {
    case .listing(let date): addListing(date)
    case .programme(let text): addProgramme(text)
    case .documents(let text, let type, let country):
      let found = FTMFact.plain(text).flatMap { DocumentNumbers($0).found }
      if found.isEmpty { findings.warn("text(s) of documents without a number are left out") }
      for document in found {
        addDocument(
          document.type ?? type, number: document.number, issuer: country ?? document.issuer,
          separatesKinds: true)
      }
    }
  }
}
