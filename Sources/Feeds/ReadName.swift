import Records

/// A name as read, and its other readings where a title was in doubt. References into a ``TextArena``.
struct ReadName {
  /// One way to read the name.
  struct Spelling {
    var surname = TextReference.empty
    var given = TextReference.empty
  }

  var surname = TextReference.empty
  var given = TextReference.empty
  /// A title that only adults have was taken off.
  var isAdult = false
  private var second = Spelling()
  private var third = Spelling()

  var isEmpty: Bool { surname.isEmpty }

  /// The less likely readings, at most two.
  var otherReadings: [Spelling] {
    second.surname.isEmpty ? [] : third.surname.isEmpty ? [second] : [second, third]
  }

  init() {}

  init(_ spelling: Spelling) {
    surname = spelling.surname
    given = spelling.given
  }

  /// Adds another reading; beyond the second one there is no room.
  mutating func add(_ spelling: Spelling) {
    guard !spelling.surname.isEmpty else { return }
    if second.surname.isEmpty {
      second = spelling
    } else if third.surname.isEmpty {
      third = spelling
    }
  }
}
