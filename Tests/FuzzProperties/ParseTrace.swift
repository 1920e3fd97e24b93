import Records

/// What one parse gave, checked and then kept as numbers, so that two parses are compared quickly.
struct ParseTrace {
  /// The first thing in a batch that must not be.
  private(set) var violation: String?
  private let inputBytes: Int
  private var persons: [UInt64] = []
  private var pushes: [UInt64] = []
  private var cancellations: [UInt64] = []
  private var findings: [Diagnostic] = []
  private var counts = FeedCounts()
  private var storedBytes = 0
  private var storedElements = 0

  init(inputBytes: Int) { self.inputBytes = inputBytes }

  mutating func add(_ batch: PassengerBatch) {
    let isEmpty =
      batch.passengers.isEmpty && batch.diagnostics.isEmpty && batch.pushes.isEmpty
      && batch.cancellations.isEmpty && batch.counts == FeedCounts()
    if isEmpty { return }
    var check = BatchCheck(batch, inputBytes: inputBytes)
    check.run()
    if violation == nil { violation = check.violation }
    guard check.violation == nil else { return }
    persons += check.persons
    pushes += check.pushes
    cancellations += check.cancellations
    findings += batch.diagnostics
    counts += batch.counts
    storedBytes += batch.bytes.count
    storedElements += batch.names.count + batch.documents.count + batch.flights.count
    if batch.counts.persons != batch.passengers.count {
      violation = "counts.persons is not the number of passengers"
    }
  }

  /// What must hold when the whole input was read in one block.
  func violationOfTotals() -> String? {
    // Three readings of a name, each of which may be longer in UTF-8; a small input of many persons
    // repeats its flights and its locator with every booking.
    if storedBytes > 64 * inputBytes + 256 { return "\(storedBytes) bytes of text stored" }
    if storedElements > 16 * inputBytes + 64 { return "\(storedElements) elements stored" }
    if findings.count > inputBytes + 8 { return "\(findings.count) diagnostics" }
    if counts.messages
      != counts.messagesParsed + counts.messagesSkipped + counts.messagesQuarantined
    {
      return "\(counts.messages) messages are not all parsed, skipped or quarantined"
    }
    if persons.count > inputBytes { return "\(persons.count) persons" }
    return nil
  }

  /// - Returns: in what this parse differs from that of the same bytes in one block; nil if in nothing.
  func difference(from whole: ParseTrace) -> String? {
    if persons != whole.persons {
      return "blocks give \(persons.count) other persons than the whole, \(whole.persons.count)"
    }
    if pushes != whole.pushes { return "blocks give other pushes than the whole" }
    if cancellations != whole.cancellations { return "blocks give other cancellations" }
    if findings != whole.findings {
      let first = zip(findings, whole.findings).first { $0 != $1 }
      return "blocks give \(findings.count) diagnostics, the whole \(whole.findings.count): "
        + "\(first.map { "\($0)" } ?? "\(findings.last.map { "\($0)" } ?? "none")")"
    }
    if counts != whole.counts { return "blocks give \(counts), the whole \(whole.counts)" }
    return nil
  }
}
