extension LegPushes.Counts {
  /// The same thing told twice: the larger of both.
  mutating func widen(_ other: Self) {
    announcedBookings = max(announcedBookings, other.announcedBookings)
    foundBookings = max(foundBookings, other.foundBookings)
    announcedPersons = max(announcedPersons, other.announcedPersons)
    foundPersons = max(foundPersons, other.foundPersons)
    announcedSegments = max(announcedSegments, other.announcedSegments)
    foundSegments = max(foundSegments, other.foundSegments)
  }

  /// Another part: bookings and persons are announced for all parts, segments for each.
  mutating func add(_ other: Self) {
    announcedBookings = max(announcedBookings, other.announcedBookings)
    foundBookings += other.foundBookings
    announcedPersons = max(announcedPersons, other.announcedPersons)
    foundPersons += other.foundPersons
    if other.announcedSegments >= 0 {
      announcedSegments = max(0, announcedSegments) + other.announcedSegments
    }
    foundSegments += other.foundSegments
  }
}
