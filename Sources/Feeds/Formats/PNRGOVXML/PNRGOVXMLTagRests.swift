import Records

/// What a broken tag leaves in the text of a name: `SMITH</Surn`, `NAME>SMITH`, `RPH="2"> SMITH`.
enum PNRGOVXMLTagRests {
  private static let names = [
    "GivenName", "Surname", "Passenger", "PersonName", "PassengerName", "BookingRefID",
    "CompanyName",
  ].map { $0.utf8.map(upperASCII) }

  private static let data = Array("CDATA[".utf8)

  /// Cuts them off, unless nothing that can be read would be left.
  /// - Returns: whether there were any.
  static func cut(_ text: inout [UInt8]) -> Bool {
    guard text.contains(where: { $0 == 0x3C || $0 == 0x3E }) else { return false }
    var left: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x3C:
        let mark = text[index...].prefix { [0x21, 0x2D, 0x3F, 0x5B].contains($0) }.count
        if mark > 0 {
          // `<!--`, `<?` or `<![CDATA[`: it has no end here, and what follows is the name.
          index += mark
          if text[index...].starts(with: data) { index += data.count }
        } else {
          // As far as its end, or as the text's.
          while index < text.count, text[index] != 0x3E, text[index] != 0x3C { index += 1 }
          if index < text.count, text[index] == 0x3E { index += 1 }
        }
        left.append(0x20)
      case 0x3E: cutBefore(&left)
      default: left.append(byte)
      }
    }
    while left.last == 0x20 { left.removeLast() }
    left.removeFirst(left.prefix { $0 == 0x20 }.count)
    guard left.contains(where: { isLetter($0) || $0 >= 0x80 }) else { return true }
    text = left
    return true
  }

  /// Behind the rest of a tag that ends here: the attributes are cut off, and so is what is left of a
  /// name of an element. A bracket alone is no tag.
  private static func cutBefore(_ text: inout [UInt8]) {
    if text.last == 0x2F { text.removeLast() }
    if text.contains(where: { $0 == 0x3D || $0 == 0x22 }) {
      let words = text.split(separator: 0x20)
      let plain = words.filter { !$0.contains(0x3D) && !$0.contains(0x22) }
      text = Array(plain.joined(separator: [0x20]))
      text.append(0x20)
      return
    }
    let letters = text.map(upperASCII)
    var rest = 0
    for name in names {
      var count = min(name.count, letters.count)
      while count > rest, !letters.suffix(count).elementsEqual(name.suffix(count)) { count -= 1 }
      rest = max(rest, count)
    }
    // One or two letters are as good as none: most names end like that.
    if rest > 2 || rest == text.count { text.removeLast(rest) }
    text.append(0x20)
  }
}
