import Bytes
import Feeds
import Records

/// What one parse gave, checked and then kept as numbers, so that two parses are compared quickly.
struct ParseTrace {
  /// The first thing in a batch that must not be.
  private(set) var violation: String?
  private let inputBytes: Int
  private var persons: [UInt64] = []
  private var pushes: [UInt64] = []
  private var cancellations: [UInt64] = []
  private var bookingNames: [UInt64] = []
  private var findings: [Diagnostic] = []
  private var counts = FeedCounts()
  private var storedBytes = 0
  private var storedElements = 0

  /// Persons and pushes in words, for whoever looks at a finding; nil while nobody does.
  private var words: [String]?
  private var pushWords: [String] = []

  init(inputBytes: Int, inWords: Bool = false) {
    self.inputBytes = inputBytes
    words = inWords ? [] : nil
  }

  mutating func add(_ batch: PassengerBatch) {
    let isEmpty =
      batch.passengers.isEmpty && batch.diagnostics.isEmpty && batch.pushes.isEmpty
      && batch.cancellations.isEmpty && batch.bookingNames.isEmpty && batch.counts == FeedCounts()
    if isEmpty { return }
    var check = BatchCheck(batch, inputBytes: inputBytes)
    check.run()
    if violation == nil { violation = check.violation }
    guard check.violation == nil else { return }
    persons += check.persons
    pushes += check.pushes
    cancellations += check.cancellations
    bookingNames += check.bookingNames
    findings += batch.diagnostics
    if words != nil { addWords(batch) }
    counts += batch.counts
    storedBytes += batch.bytes.count
    storedElements += batch.names.count + batch.documents.count + batch.flights.count
    if batch.counts.persons != batch.passengers.count {
      violation = "counts.persons is not the number of passengers"
    }
  }

  private mutating func addWords(_ batch: PassengerBatch) {
    var json = JSONWriter()
    for (index, person) in batch.passengers.enumerated() {
      json.removeAll()
      PassengerJSON.write(index, of: batch, file: "", to: &json)
      let text = String(decoding: json.bytes, as: UTF8.self)
      words?.append("\(text)\(batch.messages[Int(person.message)])")
    }
    pushWords += batch.pushes.map { "\($0) \(batch.messages[Int($0.message)])" }
  }

  /// The first person or push, in words, that this parse and another one tell differently.
  func firstDifference(from other: ParseTrace) -> String {
    let own = (words ?? []) + pushWords
    let others = (other.words ?? []) + other.pushWords
    let place = zip(own, others).prefix { $0 == $1 }.count
    let pair = [own, others].map { place < $0.count ? $0[place] : "nothing" }
    return "\n\(pair[0])\n\(pair[1])"
  }

  /// What must hold when the whole input was read in one block.
  func violationOfTotals() -> String? {
    // One surname may belong to a traveller of two bytes (`+A`), is cut at 256 bytes and may have three
    // readings; flights and locator are repeated with every booking.
    if storedBytes > 512 * inputBytes + 256 { return "\(storedBytes) bytes of text stored" }
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

  /// Whether there are persons, and nothing is wrong.
  var isPerfect: Bool { !persons.isEmpty && findings.isEmpty }

  func isBeginning(of whole: ParseTrace) -> Bool { whole.persons.starts(with: persons) }

  /// - Returns: in what this parse differs from that of the same bytes in one block; nil if in nothing.
  func difference(from whole: ParseTrace) -> String? {
    if persons != whole.persons {
      return "blocks give \(persons.count) other persons than the whole, \(whole.persons.count)"
    }
    if pushes != whole.pushes { return "blocks give other pushes than the whole" }
    if cancellations != whole.cancellations { return "blocks give other cancellations" }
    if bookingNames != whole.bookingNames { return "blocks give other names of bookings" }
    if findings != whole.findings {
      let first = zip(findings, whole.findings).first { $0 != $1 }
      return "blocks give \(findings.count) diagnostics, the whole \(whole.findings.count): "
        + "\(first.map { "\($0)" } ?? "\(findings.last.map { "\($0)" } ?? "none")")"
    }
    if counts != whole.counts { return "blocks give \(counts), the whole \(whole.counts)" }
    return nil
  }
}
