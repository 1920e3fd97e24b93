public import Records

/// One sentence about one list: why it is not used, or what an operator should look at.
public struct GateFinding: Sendable, Equatable {
  public enum Severity: String, Sendable {
    /// The list cannot be used.
    case refused
    /// The list can be read, but a person must decide; it is not used.
    case held
    case warning
  }

  /// The list's id in the register.
  public var list: String
  /// The list's files, joined by blanks.
  public var path: String
  public var severity: Severity
  /// What is wrong and what to do; no personal data.
  public var text: String
  /// Whether the register requires the list.
  public var isRequired: Bool
}

/// What the gate let through.
public struct GateResult: Sendable {
  /// The lists to screen against, in the order of the register.
  public var accepted: [Watchlist] = []
  public var findings: [GateFinding] = []

  /// False when a required list is missing from ``accepted``, or nothing is left to screen against:
  /// then nothing may be published (exit 69).
  public var mayScreen: Bool {
    !accepted.isEmpty && !findings.contains { $0.isRequired && $0.severity != .warning }
  }
}

/// Decides which registered lists may be used tonight (reference, D2): everything must be in order,
/// else the list is set aside. A partial set of required lists is never screened against.
public struct AcceptanceGate: Sendable {
  public let register: Register
  /// The day of the run; a full date.
  public let now: PartialDate
  public let limits: Limits

  public init(register: Register, now: PartialDate, limits: Limits = .standard) {
    self.register = register
    self.now = now
    self.limits = limits
  }

  /// Reads and judges every list.
  /// - Parameter previous: the counts with which a list (by its id) was last accepted; nil for a list
  ///   that never was.
  public func load(previous: (_ listID: String) -> WatchlistCounts?) -> GateResult {
    var result = GateResult()
    for list in register.lists {
      let path = list.paths.joined(separator: " ")
      func report(_ severity: GateFinding.Severity, _ text: String) {
        result.findings.append(
          GateFinding(
            list: list.id, path: path, severity: severity, text: text, isRequired: list.isRequired))
      }
      guard let designation = list.designation, designation.contains(where: { !$0.isWhitespace })
      else {
        report(
          .refused,
          "list \(list.id) has no designation; state in the register why passengers may lawfully "
            + "be compared with it")
        continue
      }
      do {
        var watchlist = try WatchlistFile.read(
          format: list.format, paths: list.paths, id: list.id, limits: limits)
        watchlist.published = watchlist.published ?? list.published
        watchlist.handling = list.handling
        let judgement = judge(watchlist, list, previous: previous(list.id))
        for text in judgement.refusals { report(.refused, "list \(list.id) (\(path)) \(text)") }
        for text in judgement.holds { report(.held, "list \(list.id) (\(path)) \(text)") }
        for text in judgement.warnings + watchlist.warnings {
          report(.warning, "list \(list.id) (\(path)): \(text)")
        }
        if judgement.isAccepted { result.accepted.append(watchlist) }
      } catch {
        report(.refused, "list \(list.id): \(error)")
      }
    }
    return result
  }
}

/// What speaks against one list.
struct Judgement {
  var refusals: [String] = []
  var holds: [String] = []
  var warnings: [String] = []
  var isAccepted: Bool { refusals.isEmpty && holds.isEmpty }
}
