import Bytes
import Records

/// Who is who in a plain booking: everything must name a traveller that is certain.
extension PlainBooking {
  /// - Returns: false where it takes ``Booking/join()`` to say.
  mutating func join(_ bytes: Span<UInt8>) -> Bool {
    guard travellers.count > 0, !locator.isEmpty, !hasUnderTwo else { return false }
    for index in 0..<identities.count {
      guard joinIdentity(index, bytes) else { return false }
    }
    for index in 0..<visas.count {
      let owner = traveller(visas[index].code, visas[index].scope)
      guard owner >= 0 else { return false }
      visas[index].owner = owner
    }
    for index in 0..<boardings.count {
      guard joinBoarding(index, bytes) else { return false }
    }
    for index in 0..<pastNames.count {
      guard isKnown(pastNames[index], bytes) else { return false }
    }
    return true
  }

  /// Whether somebody is under two on the first leg, ``Booking/travelDate``. That may be long before the
  /// pushed flight, by which the identities were looked at when they were read.
  private var hasUnderTwo: Bool {
    guard legs.count > 0, let day = legs[0].date, day != context.referenceDate else { return false }
    for index in 0..<identities.count {
      if let born = identities[index].birthDate, born.isUnderTwo(at: day) { return true }
    }
    return false
  }

  private mutating func joinIdentity(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let code = identities[index].code
    let owner = traveller(code, identities[index].scope)
    guard owner >= 0 else { return false }
    identities[index].owner = owner
    let name = identities[index].name
    if code == 0, hasNamesake(owner, name, bytes) { return false }
    let known = spelling(name, of: owner, bytes)
    let first = travellers[owner].identity
    guard first < 0 else {
      // Another document of the same person.
      return code != 0 && known >= 0 && identities[index].birthDate == identities[first].birthDate
        && identities[index].gender == identities[first].gender
        && identities[index].nationality == identities[first].nationality
    }
    travellers[owner].identity = index
    if known >= 0 {
      spellings[known].source = .docs
      travellers[owner].mainName = known
      return true
    }
    // By its place alone it would have to have the very name.
    guard code != 0,
      isLonger(name, spellings[travellers[owner].firstName].name, bytes)
    else { return false }
    travellers[owner].mainName = spellings.count
    return spellings.append(Spelling(owner: owner, name: name, source: .docs))
  }

  /// Whether another traveller has the name: whose DOCS it is does not go by its place alone.
  private func hasNamesake(_ owner: Int, _ name: Name, _ bytes: Span<UInt8>) -> Bool {
    for index in 0..<travellers.count where index != owner && isLike(name, index, bytes) {
      return true
    }
    return false
  }

  private mutating func joinBoarding(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let boarding = boardings[index]
    let owner = traveller(boarding.code, boarding.scope)
    guard owner >= 0 else { return false }
    guard boarding.isCheckIn else {
      if isPushed(boarding.leg), travellers[owner].seat.isEmpty {
        travellers[owner].seat = boarding.seat
      }
      return true
    }
    guard boarding.name.surname.isEmpty || spelling(boarding.name, of: owner, bytes) >= 0 else {
      return false
    }
    guard isPushed(boarding.leg) else { return true }
    travellers[owner].isCheckedIn = true
    if !boarding.seat.isEmpty { travellers[owner].seat = boarding.seat }
    return true
  }

  /// Whether a name of the history says nothing new, and is not like another traveller's as well.
  private func isKnown(_ past: PastName, _ bytes: Span<UInt8>) -> Bool {
    if past.code != 0 {
      let owner = traveller(past.code, -1)
      return owner >= 0 && spelling(past.name, of: owner, bytes) >= 0
    }
    for index in 0..<travellers.count {
      if spelling(past.name, of: index, bytes) >= 0 { return true }
      // Equal but for the blanks: the general way takes the first of those.
      if isLike(past.name, index, bytes) { return false }
    }
    return false
  }

  private func isLike(_ name: Name, _ owner: Int, _ bytes: Span<UInt8>) -> Bool {
    for index in 0..<spellings.count where spellings[index].owner == owner {
      if PlainText.sameLetters(bytes, name.surname, spellings[index].name.surname),
        PlainText.sameLetters(bytes, name.given, spellings[index].name.given)
      {
        return true
      }
    }
    return false
  }

  /// The index of the traveller's spelling that is this name, -1 if there is none.
  @inline(__always)
  private func spelling(_ name: Name, of owner: Int, _ bytes: Span<UInt8>) -> Int {
    for index in travellers[owner].firstName..<spellings.count
    where spellings[index].owner == owner && isSame(name, spellings[index].name, bytes) {
      return index
    }
    return -1
  }

  @inline(__always)
  func isSame(_ first: Name, _ second: Name, _ bytes: Span<UInt8>) -> Bool {
    guard first.given.count == second.given.count,
      bytes.isEqual(first.surname, second.surname)
    else { return false }
    return first.separator == second.separator
      ? bytes.isEqual(first.given, second.given)
      : PlainText.isEqual(bytes, first.given, second.given, blank: 0x2F)
  }

  /// Whether one has the other's given names and further ones behind them.
  private func isLonger(_ first: Name, _ second: Name, _ bytes: Span<UInt8>) -> Bool {
    let isFirst = first.given.count > second.given.count
    let long = isFirst ? first.given : second.given
    let short = isFirst ? second.given : first.given
    guard long.count > short.count, bytes.isEqual(first.surname, second.surname) else {
      return false
    }
    let behind = bytes[long.lowerBound &+ short.count]
    return (behind == 0x20 || behind == 0x2F)
      && PlainText.isEqual(
        bytes, long.lowerBound..<(long.lowerBound &+ short.count), short, blank: 0x2F)
  }
}

/// Texts of A–Z and blanks compared where they lie.
enum PlainText {
  /// Whether both are the same, with another byte standing for a blank.
  static func isEqual(
    _ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>, blank: UInt8
  ) -> Bool {
    guard first.count == second.count else { return false }
    for place in 0..<first.count {
      let left = bytes[first.lowerBound &+ place]
      let right = bytes[second.lowerBound &+ place]
      if left != right, (left == blank ? 0x20 : left) != (right == blank ? 0x20 : right) {
        return false
      }
    }
    return true
  }

  /// Whether they have the same letters, whatever stands between these.
  static func sameLetters(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    var left = first.lowerBound
    var right = second.lowerBound
    while true {
      while left < first.upperBound, !isLetter(bytes[left]) { left &+= 1 }
      while right < second.upperBound, !isLetter(bytes[right]) { right &+= 1 }
      guard left < first.upperBound, right < second.upperBound else {
        return left == first.upperBound && right == second.upperBound
      }
      if bytes[left] != bytes[right] { return false }
      left &+= 1
      right &+= 1
    }
  }
}
