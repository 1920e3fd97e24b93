internal import Records
internal import Synchronization

/// What is done with the travellers of legs that are at their end state; one value per thread.
protocol TravellerTask {
  /// Takes travellers who are on their flight, and adds what comes of them.
  mutating func take(_ travellers: PassengerBatch, into result: inout LegResult)
}

/// Brings each leg to its end state and gives its travellers to a task, with several threads.
final class LegPass: Sendable {
  /// Travellers that are given to a task at a time.
  private static let batchPersons = 512

  private let store: LegStore
  private let intake: IntakeResult
  private let limits: Limits
  private let makeTask: @Sendable () -> any TravellerTask
  private let progress: @Sendable (RunProgress) -> Void
  private let nextPartition = Atomic<Int>(0)
  private let collector: Mutex<LegCollector>

  /// - Parameter makeTask: called once by each thread.
  init(
    _ store: LegStore, _ intake: IntakeResult, limits: Limits,
    progress: @escaping @Sendable (RunProgress) -> Void,
    makeTask: @escaping @Sendable () -> any TravellerTask
  ) {
    self.store = store
    self.intake = intake
    self.limits = limits
    self.makeTask = makeTask
    self.progress = progress
    collector = Mutex(LegCollector(files: intake.files.count))
  }

  /// Goes through everything that was filed.
  /// - Throws: ``RunError`` when the scratch file cannot be read.
  func run(threads: Int) throws(RunError) -> LegFindings {
    Threads.run(threads) {
      var worker = LegWorker(self.store, self.intake, self.limits, self.makeTask())
      do throws(RunError) {
        while let partition = self.next() { try self.go(through: partition, &worker) }
      } catch {
        self.collector.withLock { $0.failure = $0.failure ?? error }
      }
    }
    return try collector.withLock { $0.finish() }.get()
  }

  private func next() -> Int? {
    guard collector.withLock({ $0.failure == nil }) else { return nil }
    let partition = nextPartition.add(1, ordering: .relaxed).oldValue
    return partition < LegStore.partitions ? partition : nil
  }

  private func go(through partition: Int, _ worker: inout LegWorker) throws(RunError) {
    worker.gatherer.removeAll()
    for stretch in store.stretches(of: partition) {
      try store.load(stretch, into: &worker.stretch)
      worker.gatherer.take(worker.stretch)
      if worker.gatherer.bytes.count > limits.legPieceBytes {
        // More of some flights than fits into memory: nobody is lost, but not all is joined.
        worker.note(
          Diagnostic(.tooLarge, at: 0, "the records of some flights do not fit into memory at once")
        )
        giveGathered(&worker)
      }
    }
    giveGathered(&worker)
  }

  private func giveGathered(_ worker: inout LegWorker) {
    worker.begin()
    while worker.resolve(atLeast: LegPass.batchPersons) {
      let result = worker.finish()
      let (screened, hits) = collector.withLock { collector in
        collector.accept(result)
        return (collector.screened, collector.hitCount)
      }
      progress(
        RunProgress(files: intake.files.count, byteCount: 0, persons: screened, hits: hits))
    }
    worker.gatherer.removeAll()
  }
}

/// One thread's memory while it goes through legs.
struct LegWorker {
  private let store: LegStore
  private let ranks: [Int]
  /// What is being taken over into ``gatherer``.
  var stretch: [UInt8] = []
  /// The records at hand.
  var gatherer: RecordGatherer
  private var entries: [FiledRecordReader.Entry] = []
  private var nextEntry = 0
  private var reader: FiledRecordReader
  private var records = PassengerBatch()
  private var travellers = PassengerBatch()
  private var state: LegState
  private var task: any TravellerTask
  private var result = LegResult()
  private var noted: Diagnostic?

  init(
    _ store: LegStore, _ intake: borrowing IntakeResult, _ limits: Limits,
    _ task: any TravellerTask
  ) {
    self.store = store
    ranks = intake.ranks
    reader = FiledRecordReader(ranks: intake.ranks)
    gatherer = RecordGatherer(ranks: intake.ranks)
    state = LegState(limits: limits)
    self.task = task
  }

  /// Reports with the next result.
  mutating func note(_ found: Diagnostic) { noted = found }

  /// Takes up what is gathered.
  mutating func begin() {
    let bytes = gatherer.bytes
    entries.removeAll(keepingCapacity: true)
    FiledRecordReader.entries(bytes.span, into: &entries)
    entries.sort { ($0.leg, $0.start) < ($1.leg, $1.start) }
    nextEntry = 0
  }

  /// Brings leg after leg to its end state until there are travellers enough for the task.
  /// - Returns: false when the piece is used up.
  mutating func resolve(atLeast count: Int) -> Bool {
    guard nextEntry < entries.count else { return false }
    travellers.removeAll()
    result = LegResult()
    if let found = noted.take() { result.findings.append((0, found)) }
    reader.beginBatch()
    let bytes = gatherer.bytes
    while nextEntry < entries.count, travellers.passengers.count < count {
      if entries[nextEntry].leg == 0 {
        // Nothing ties a person without a flight to another one.
        let before = travellers.passengers.count
        reader.read(bytes.span, at: entries[nextEntry].start, into: &travellers)
        result.count(singles: travellers.passengers.count - before)
        nextEntry += 1
      } else {
        resolveLeg()
        reader.beginBatch()
      }
    }
    return true
  }

  private mutating func resolveLeg() {
    let bytes = gatherer.bytes
    let leg = entries[nextEntry].leg
    records.removeAll()
    reader.beginBatch()
    while nextEntry < entries.count, entries[nextEntry].leg == leg {
      reader.read(bytes.span, at: entries[nextEntry].start, into: &records)
      nextEntry += 1
    }
    let flight =
      records.passengers.first.flatMap { records.leg(of: $0) } ?? records.pushes.first?.leg
    guard let flight else { return }
    let repeated = gatherer.repeated[leg, default: 0] + store.takeCopies(of: leg, ranks: ranks)
    var account = state.resolve(records, into: &travellers)
    account.records += repeated
    account.merged += repeated
    result.add(account, of: flight)
  }

  /// Gives the travellers that are still on their flight to the task.
  mutating func finish() -> LegResult {
    let all = travellers.passengers.count
    travellers.passengers.removeAll { $0.status == .cancelled }
    result.cancelled = all - travellers.passengers.count
    result.screened = travellers.passengers.count
    for person in travellers.passengers {
      result.screenedByFile[Int(travellers.messages[Int(person.message)].file), default: 0] += 1
    }
    task.take(travellers, into: &result)
    return result
  }
}
