internal import Bytes
internal import Ledger
internal import Screening
internal import Watchlists

/// The contract's exit codes, section 2.
enum ExitStatus: Int32 {
  case done = 0
  case someQuarantined = 1
  case usage = 64
  case countsDiffer = 65
  case inputMissing = 66
  case listRefused = 69
  case defect = 70
  case outputDiffers = 73
  case inputOutput = 74
  case tryAgain = 75
  case signatureRefused = 77
  case configuration = 78
}

/// What ends the program: an exit code and one sentence for the person at the screen.
struct Failure: Error {
  var code: ExitStatus
  var text: String

  init(_ code: ExitStatus, _ text: String) {
    self.code = code
    self.text = text
  }
}

extension Failure {
  init(_ error: RunError) {
    switch error {
    case .input(let path, let reason):
      self.init(.inputMissing, "cannot read \(path): \(reason)")
    case .configuration(let path, let line, let reason):
      self.init(.configuration, "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)")
    case .listsRefused(let reasons):
      self.init(.listRefused, "\(reasons.joined(separator: "; ")); nothing is published")
    case .signatureRefused(let reasons):
      self.init(.signatureRefused, "\(reasons.joined(separator: "; ")); nothing is published")
    case .decision(let reason): self.init(.usage, "nothing is decided: \(reason)")
    case .countsDiffer(let identities):
      let words = identities.map { "\($0.name): \($0.left) against \($0.right)" }
      self.init(
        .countsDiffer,
        "counts do not reconcile, nothing is published: \(words.joined(separator: "; "))")
    case .flightIsAmbiguous(let legs):
      self.init(
        .usage,
        "the flight has several legs, choose one with --from and --to: "
          + legs.joined(separator: ", "))
    case .publishedDiffers(let folder, let file):
      self.init(
        .outputDiffers,
        "\(folder) is published already and its \(file) differs; it is left as it is")
    case .outputDiffers(let path):
      self.init(
        .outputDiffers, "\(path) exists and differs; it is left as it is, choose another --output")
    case .output(let path, let reason, let isFull):
      let advice = isFull ? "; make room and run again" : ""
      self.init(
        .inputOutput, "cannot write \(path): \(reason); nothing is published\(advice)")
    case .ledger(let error): self.init(error)
    case .locked(let path):
      self.init(.tryAgain, "another run holds \(path); try again when it has ended")
    }
  }

  init(_ error: LedgerError) {
    switch error {
    case .database(let path, let reason, _):
      self.init(.inputOutput, "cannot use the ledger \(path): \(reason)")
    case .newerSchema(let path, let found, let known):
      self.init(
        .configuration,
        "\(path) is written by a newer pnrscreen (tables \(found), this program knows \(known))")
    }
  }
}

extension Failure {
  /// Runs a step of a run and puts its error into words.
  static func worded<Value: ~Copyable>(
    _ step: () throws(RunError) -> Value
  ) throws(Failure) -> Value {
    do { return try step() } catch { throw Failure(error) }
  }
}
