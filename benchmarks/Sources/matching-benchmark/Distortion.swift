import BenchmarkSupport

/// What may be wrong with the record of a listed person who travels; the names are those of the sets in
/// the project's corpus.
enum Distortion: String, CaseIterable {
  case exact, order_swap, typo1, typo2, missing_middle, truncated, title_glued, initials
  case concat_given, hyphen_split, dob_swap, dob_year1, dob_missing, typo1_nameonly

  func apply(to person: Person, _ random: inout SeededGenerator) -> Person {
    var changed = person
    switch self {
    case .exact: break
    case .order_swap: (changed.surname, changed.given) = (person.given, person.surname)
    case .typo1: changed.misspell(&random)
    case .typo2:
      changed.misspell(&random)
      changed.misspell(&random)
    case .missing_middle: if changed.given.count > 1 { changed.given.removeLast() }
    case .truncated:
      let last = changed.given.removeLast()
      changed.given.append(String(last.prefix(max(3, last.count * 6 / 10))))
    case .title_glued: changed.given[changed.given.count - 1] += person.isFemale ? "MRS" : "MR"
    case .initials: changed.given = changed.given.map { String($0.prefix(1)) }
    case .concat_given: changed.given = [changed.given.joined()]
    case .hyphen_split:
      if changed.surname.count > 1 {
        changed.surname = [changed.surname.joined()]
      } else if changed.surname[0].count > 7 {
        let half = changed.surname[0].count / 2
        changed.surname = [
          String(changed.surname[0].prefix(half)), String(changed.surname[0].dropFirst(half)),
        ]
      }
    case .dob_swap:
      if changed.day <= 12 { (changed.day, changed.month) = (changed.month, changed.day) }
    case .dob_year1: changed.year += random.chance(50) ? 1 : -1
    case .dob_missing: changed.hasDate = false
    case .typo1_nameonly:
      changed.misspell(&random)
      changed.hasDate = false
      changed.hasDetails = false
    }
    return changed
  }
}

extension Person {
  /// One letter left out, put in, replaced, or exchanged with the next, in a token of four or more.
  mutating func misspell(_ random: inout SeededGenerator) {
    let isSurname = random.chance(60)
    let place = random.number(0...((isSurname ? surname : given).count - 1))
    var letters = Array((isSurname ? surname : given)[place].utf8)
    guard letters.count >= 4 else { return }
    let index = random.number(0...(letters.count - 2))
    let letter = UInt8(random.number(0x41...0x5A))
    switch random.number(0...3) {
    case 0: letters.remove(at: index)
    case 1: letters.insert(letter, at: index)
    case 2: letters[index] = letter
    default: letters.swapAt(index, index + 1)
    }
    let text = String(decoding: letters, as: UTF8.self)
    if isSurname { surname[place] = text } else { given[place] = text }
  }
}
