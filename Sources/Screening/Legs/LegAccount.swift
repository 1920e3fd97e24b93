internal import Records

/// What resolving the records of one flight leg gave, in numbers; holds no personal data.
struct LegAccount {
  /// Person records given.
  var records = 0
  /// Records that tell of a traveller who is told of elsewhere too: records less travellers.
  var merged = 0
  var travellers = 0
  /// Of the travellers: off the flight at the end.
  var cancelled = 0
  /// By time, those without a time last.
  var pushes: [PushSummary] = []
  var findings: [(file: UInt32, Diagnostic)] = []
}

/// One push of a leg as the run's report shows it. Counts are -1 where nothing is announced.
struct PushSummary: Sendable, Equatable {
  var kind = MessageKind.other
  var function = PushFunction.list
  /// Minutes since 1970-01-01T00:00 of its first message; 0 if unknown.
  var minute: Int64 = 0
  /// Different parts found; 1 for a push that is no sequence of parts.
  var parts = 1
  /// Whether whoever is not in it can be said to be absent.
  var isComplete = false
  var announcedBookings = -1
  var foundBookings = 0
  var announcedPersons = -1
  var foundPersons = 0
  var announcedSegments = -1
  var foundSegments = 0
}
