internal import Records

/// Which locators of a leg name the same booking.
///
/// Each system that holds a booking has a locator of its own for it; messages name some of them, and not
/// always the same one first. All of them are read as one of them. Names that are not all given
/// together in one place are no names of one booking: groups and tours share locators.
struct LegLocators {
  struct Name: Hashable, Comparable {
    /// As ``LegRecord/locator``.
    var locator: UInt64
    var system: UInt64

    static func < (a: Name, b: Name) -> Bool { (a.locator, a.system) < (b.locator, b.system) }
  }

  private var meant: [Name: Name] = [:]
  /// By locator alone, for whoever does not say whose it is; nil where several are meant.
  private var meantByAnybody: [UInt64: Name?] = [:]

  /// Reads the names of all bookings of the leg.
  mutating func read(_ batch: borrowing PassengerBatch) {
    meant.removeAll(keepingCapacity: true)
    meantByAnybody.removeAll(keepingCapacity: true)
    guard !batch.bookingNames.isEmpty else { return }
    var statements: [[Name]] = []
    for names in batch.bookingNames where !names.isInDoubt {
      var statement: Set<Name> = []
      for index in names.locators.range {
        let name = Name(
          locator: LegHash.alphanumeric(batch.bytes, batch.locators[index].text).key,
          system: batch.locators[index].system.packed)
        if name.locator != 0 { statement.insert(name) }
      }
      if statement.count > 1 { statements.append(statement.sorted()) }
    }
    // With each name, all that it was ever given together with.
    var together: [Name: Set<Name>] = [:]
    for statement in statements {
      for name in statement { together[name, default: []].formUnion(statement) }
    }
    for statement in statements {
      let isWhole = statement.allSatisfy { together[$0]?.count == statement.count }
      guard isWhole, Set(statement.map(\.system)).count == statement.count else { continue }
      for name in statement { meant[name] = statement[0] }
    }
    for (name, booking) in meant {
      if let known = meantByAnybody[name.locator], known != booking {
        meantByAnybody[name.locator] = .some(nil)
      } else {
        meantByAnybody[name.locator] = .some(booking)
      }
    }
  }

  /// The one name of a booking that it is known by here.
  func booking(_ locator: UInt64, _ system: UInt64) -> Name {
    let name = Name(locator: locator, system: system)
    guard !meant.isEmpty else { return name }
    if system == 0, let found = meantByAnybody[locator], let found { return found }
    return meant[name] ?? name
  }
}
