internal import Bytes
internal import Feeds
internal import Records
internal import Synchronization

/// Reads all inputs, each on one of several threads, and files what they say by flight leg.
///
/// Nobody is screened before the last input is read: only then is it known which push of a flight is
/// the latest, and who is told of twice.
final class Intake: Sendable {
  private struct State {
    var nextInput = 0
    var files: [ReadFile] = []
    var legs: Set<String> = []
    var byteCount = 0
    var persons = 0
    var failure: RunError?
  }

  private let inputs: [InputFile]
  private let context: FeedContext
  private let scope: RunScope?
  private let store: LegStore
  private let spill: SpillStore
  private let progress: @Sendable (RunProgress) -> Void
  private let state = Mutex(State())

  init(
    _ inputs: [InputFile], _ context: FeedContext, scope: RunScope?, store: LegStore,
    spill: SpillStore, progress: @escaping @Sendable (RunProgress) -> Void
  ) {
    self.inputs = inputs
    self.context = context
    self.scope = scope
    self.store = store
    self.spill = spill
    self.progress = progress
  }

  /// Reads everything.
  /// - Throws: ``RunError`` of an input that cannot be read or of a full disk.
  func run(threads: Int) throws(RunError) -> IntakeResult {
    Threads.run(min(threads, max(1, inputs.count))) {
      var filer = LegFiler(self.store, today: self.context.today)
      do throws(RunError) {
        while let index = self.next() { try self.read(index, &filer) }
        try filer.handOver()
      } catch {
        self.state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    let (failure, files, legs) = state.withLock { ($0.failure, $0.files, $0.legs) }
    if let failure { throw failure }
    return IntakeResult(files, legs: legs)
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.nextInput < inputs.count else { return nil }
      defer { state.nextInput += 1 }
      return state.nextInput
    }
  }

  /// Reads one input; each member of an archive is a file of its own.
  private func read(_ index: Int, _ filer: inout LegFiler) throws(RunError) {
    let input = inputs[index]
    if let reason = input.reasonNotRead {
      var file = open(input.baseName, place: [index, 0])
      file.account.outcome = .quarantined
      try note([reason], in: &file)
      return close(file)
    }
    var feed = try OpenFeed(input, context)
    var batch = PassengerBatch()
    var current: ReadFile?
    var members = 0
    while try feed.nextBatch(into: &batch) {
      let name = feed.member.isEmpty ? input.baseName : "\(input.baseName)/\(feed.member)"
      var file = current ?? open(name, place: [index, members])
      try take(&batch, in: &file, &filer)
      report(feed.takeByteCount(), batch.passengers.count)
      current = file
      if let ended = feed.endedMember {
        file.account.settle(ended)
        close(file)
        current = nil
        members += 1
      }
    }
    if let current { close(current) }
  }

  private func take(
    _ batch: inout PassengerBatch, in file: inout ReadFile, _ filer: inout LegFiler
  ) throws(RunError) {
    file.account.parsed += batch.counts
    if let scope {
      var legs: Set<String> = []
      file.account.outOfScope += batch.keep(only: scope, legs: &legs)
      if !legs.isEmpty { state.withLock { $0.legs.formUnion(legs) } }
    }
    file.account.outOfScope += batch.takeOutTests()
    batch.reportTimesToCome(after: context.today)
    try note(batch.diagnostics, in: &file)
    try filer.file(batch, from: file.id)
  }

  private func report(_ readBytes: Int, _ persons: Int) {
    let now = state.withLock { state in
      state.byteCount += readBytes
      state.persons += persons
      return RunProgress(
        files: state.files.count, byteCount: state.byteCount, persons: state.persons, hits: 0)
    }
    progress(now)
  }

  /// A file gets its number when it is opened and its place among the inputs at the end.
  private func open(_ name: String, place: [Int]) -> ReadFile {
    state.withLock { state in
      let file = ReadFile(
        id: UInt32(state.files.count), place: place, account: FileAccount(file: name))
      state.files.append(file)
      return file
    }
  }

  private func close(_ file: ReadFile) { state.withLock { $0.files[Int(file.id)] = file } }

  private func note(_ found: [Diagnostic], in file: inout ReadFile) throws(RunError) {
    guard !found.isEmpty else { return }
    for diagnostic in found { file.account.findings[diagnostic.code, default: 0] += 1 }
    file.findings.append(
      try spill.keep(QuarantineFile.lines(found, file: file.account.file)))
  }
}

/// One file as it was read: an input, or a member of an archive.
struct ReadFile: Sendable {
  /// By which records name it until all files are in order.
  let id: UInt32
  /// Index of the input, then of the member in it.
  let place: [Int]
  var account: FileAccount
  /// Lines of the quarantine.
  var findings: [SpillStore.Stretch] = []
}

/// What the inputs came to.
struct IntakeResult: Sendable {
  /// In the order of the input; what an earlier one had already is a duplicate.
  private(set) var files: [ReadFile]
  /// The index in ``files`` by ``ReadFile/id``; -1 for a duplicate, whose records do not count.
  private(set) var ranks: [Int]
  /// Legs that a flight scope kept.
  let legs: Set<String>
  /// Inputs and members of archives that were come upon.
  let filesFound: Int

  init(_ read: [ReadFile], legs: Set<String>) {
    self.legs = legs
    filesFound = read.count
    files = read.sorted { $0.place.lexicographicallyPrecedes($1.place) }
    ranks = [Int](repeating: -1, count: read.count)
    var seen: Set<String> = []
    for index in files.indices {
      let sha256 = files[index].account.sha256
      // Of a damaged archive nothing may be left; that makes it no copy of another one.
      if files[index].account.byteCount == 0 || seen.insert(sha256).inserted {
        ranks[Int(files[index].id)] = index
      } else {
        setDuplicate(index)
      }
    }
  }

  private mutating func setDuplicate(_ index: Int) {
    var account = FileAccount(file: files[index].account.file)
    account.sha256 = files[index].account.sha256
    account.byteCount = files[index].account.byteCount
    account.outcome = .duplicate
    let finding = Diagnostic(
      .duplicate, at: 0, "the same bytes as an earlier input; screened once")
    account.findings = [.duplicate: 1]
    files[index].account = account
    files[index].findings = [
      .memory(QuarantineFile.lines([finding], file: account.file))
    ]
  }
}
