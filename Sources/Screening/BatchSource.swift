internal import Bytes
internal import Feeds
internal import Records

/// Which batch this is: its place in the input decides where its hits go, not who screened it.
struct BatchTicket: Sendable {
  /// 0, 1, 2 … over the whole run, in the order of the input.
  let sequence: Int
  /// Index of the input.
  let file: Int
}

/// Hands out the batches of all inputs, one after the other.
///
/// Workers take turns under a lock: reading and parsing happen here, matching at the worker. Each
/// worker has one batch, so memory is bounded by their number, and a feed that is being read is
/// never further ahead of its readers than that.
struct BatchSource: ~Copyable {
  /// Persons per batch: enough to make the lock cheap, few enough to spread a single small file.
  static let personsPerBatch = 512

  private let inputs: [InputFile]
  private let context: FeedContext
  /// How many inputs have this many bytes: only those of equal size can be the same file.
  private let inputsBySize: [Int: Int]
  private var seenSHA256: Set<String> = []
  private var nextInput = 0
  private var current: OpenFeed?
  private var sequence = 0
  private(set) var accounts: [FileAccount] = []
  /// Bytes read so far.
  private(set) var byteCount = 0
  /// What stopped the run.
  private(set) var failure: RunError?

  init(inputs: [InputFile], _ context: FeedContext) {
    self.inputs = inputs
    self.context = context
    inputsBySize = inputs.reduce(into: [:]) { $0[$1.byteCount, default: 0] += 1 }
  }

  /// Fills the batch; nil when the inputs are used up or reading has failed.
  mutating func next(into batch: inout PassengerBatch) -> BatchTicket? {
    batch.removeAll()
    guard failure == nil else { return nil }
    do {
      while true {
        if current == nil {
          guard nextInput < inputs.count else { return nil }
          try openNext(into: &batch)
        }
        let file = accounts.count - 1
        try readOn(file, into: &batch)
        if !batch.passengers.isEmpty || !batch.diagnostics.isEmpty {
          defer { sequence += 1 }
          return BatchTicket(sequence: sequence, file: file)
        }
        batch.removeAll()
      }
    } catch {
      failure = error
      return nil
    }
  }

  /// Reads a batch of the open input, if one is open, and settles the input at its end.
  private mutating func readOn(_ file: Int, into batch: inout PassengerBatch) throws(RunError) {
    guard var feed = current.take() else { return }
    let hasMore = try feed.nextBatch(into: &batch)
    accounts[file].parsed += batch.counts
    byteCount += feed.takeByteCount()
    if hasMore { current = consume feed } else { feed.settle(&accounts[file]) }
  }

  /// Begins the next input, or settles it at once as a duplicate.
  private mutating func openNext(into batch: inout PassengerBatch) throws(RunError) {
    let input = inputs[nextInput]
    nextInput += 1
    accounts.append(FileAccount(file: input.baseName))
    if let reason = input.reasonNotRead {
      accounts[accounts.count - 1].outcome = .quarantined
      batch.diagnostics.append(reason)
      return
    }
    if input.byteCount >= 0, inputsBySize[input.byteCount, default: 0] > 1 {
      let sha256: String
      do { sha256 = try Bytes.sha256(of: input.file) } catch { throw RunError(reading: error) }
      if !seenSHA256.insert(sha256).inserted {
        settleDuplicate(input, sha256, into: &batch)
        return
      }
    }
    current = try OpenFeed(input, context)
  }

  private mutating func settleDuplicate(
    _ input: InputFile, _ sha256: String, into batch: inout PassengerBatch
  ) {
    let file = accounts.count - 1
    accounts[file].outcome = .duplicate
    accounts[file].sha256 = sha256
    accounts[file].byteCount = input.byteCount
    batch.diagnostics.append(
      Diagnostic(.duplicate, at: 0, "the same bytes as an earlier input; screened once"))
  }
}
