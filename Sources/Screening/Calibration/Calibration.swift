internal import Bytes
internal import Feeds
public import Names
public import Records

/// What `pnrscreen calibrate` is asked to do.
public struct CalibrationRequest: Sendable {
  /// As on the command line.
  public var paths: [String]
  /// The file that gets the table.
  public var output: String
  public var jobs: Int
  /// Tokens of fewer bearers are left out.
  public var minBearers: Int
  /// The day to which dates without a year lie nearest.
  public var today: PartialDate?
  public var limits = Limits.standard

  public init(
    paths: [String], output: String, jobs: Int, minBearers: Int, today: PartialDate?
  ) {
    self.paths = paths
    self.output = output
    self.jobs = jobs
    self.minBearers = minBearers
    self.today = today
  }
}

/// Counts name tokens of past feeds: `pnrscreen calibrate`.
///
/// The feeds go the way of a run up to where travellers are compared: all pushes of a flight leg are put
/// in order and joined, so that a traveller is counted once per leg however often carriers tell of him.
public struct Calibration: Sendable {
  public let table: NameFrequencyFile
  /// Of the whole file: by it the table is signed off.
  public let sha256: String
  /// What was set aside, by input; no personal data.
  public let findings: [(file: String, codes: [ReasonCode: Int])]
  /// Whether every finding was a mere decision.
  public let isClean: Bool

  /// Reads the feeds, counts, and writes the table.
  /// - Throws: ``RunError``; then nothing is written. A file that is there and differs is left as it is.
  public init(_ request: CalibrationRequest) throws(RunError) {
    let inputs = try InputFiles.expand(request.paths)
    let file: NewFile
    do { file = try NewFile(path: request.output) } catch { throw RunError(writing: error) }
    let spill = SpillStore(
      folder: file.folder, memoryBytesMax: request.limits.spillMemoryBytes)
    let legs = LegStore(spill)
    let context = FeedContext(limits: request.limits, today: request.today)
    let intake = try Intake(
      inputs, context, scope: nil, store: legs, spill: spill, progress: { _ in }
    ).run(threads: request.jobs)
    let counting = NameCounting(
      minBearers: request.minBearers, tokensMax: request.limits.calibrationTokens)
    let found = try LegPass(
      legs, intake, limits: request.limits, progress: { _ in }, makeTask: counting.makeTask
    ).run(threads: request.jobs)
    let counts = RunCounts(found, intake)
    let broken = counts.identities.filter { !$0.holds }
    guard broken.isEmpty else { throw .countsDiffer(broken) }
    table = try Calibration.table(counting, request)
    let bytes = table.bytes
    sha256 = SHA256.hex(bytes)
    findings = counts.files.filter { !$0.findings.isEmpty }.map { ($0.file, $0.findings) }
    isClean = counts.isClean
    let isWritten: Bool
    do { isWritten = try file.publish(bytes) } catch { throw RunError(writing: error) }
    if !isWritten && !Calibration.isSame(request.output, bytes) {
      throw .outputDiffers(path: request.output)
    }
  }

  private static func table(
    _ counting: NameCounting, _ request: CalibrationRequest
  ) throws(RunError) -> NameFrequencyFile {
    let paths = request.paths.joined(separator: " ")
    guard let counts = counting.finished else {
      let most = request.limits.calibrationTokens
      throw .input(
        path: paths, reason: "holds more than \(most) different name tokens; take fewer feeds")
    }
    guard counts.travellers > 0 else {
      throw .input(path: paths, reason: "holds nobody whose name could be counted")
    }
    return counts.table
  }

  private static func isSame(_ path: String, _ bytes: [UInt8]) -> Bool {
    (try? readWholeFile(path, maximumBytes: bytes.count)) == bytes
  }
}
