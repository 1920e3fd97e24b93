public import Bytes
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
  /// A signature does not hold: a cause of its own (exit code 77).
  public var isOfSignature = false

  public init(list: String, path: String, severity: Severity, text: String, isRequired: Bool) {
    self.list = list
    self.path = path
    self.severity = severity
    self.text = text
    self.isRequired = isRequired
  }
}

extension [GateFinding] {
  /// Writes the member `listFindings` of a report.
  public func writeJSON(to json: inout JSONWriter) {
    json.key("listFindings")
    json.beginArray()
    for finding in self {
      json.beginObject()
      json.member("list", finding.list)
      json.member("severity", finding.severity.rawValue)
      json.member("text", finding.text)
      json.endObject()
    }
    json.endArray()
  }
}

/// What the gate let through.
public struct GateResult: Sendable {
  /// The lists to screen against, in the order of the register.
  public var accepted: [Watchlist] = []
  public var findings: [GateFinding] = []
  /// What a person must decide, or two have decided.
  public var held: [HeldList] = []

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
  /// The time of the run, since 1970-01-01T00:00:00Z: certificates must be valid then.
  public let seconds: Int
  public let limits: Limits
  /// Where the tables of lists of documents are.
  public let tables: DocumentTableFiles

  public init(
    register: Register, now: PartialDate, seconds: Int? = nil, limits: Limits = .standard,
    tables: DocumentTableFiles = DocumentTableFiles(folder: nil)
  ) {
    self.register = register
    self.tables = tables
    self.seconds = seconds ?? now.dayNumber * 86_400
    self.now = now
    self.limits = limits
  }

  /// Reads and judges every list.
  /// - Parameter memory: what is known of each list (by its id) from before.
  public func load(memory: (_ listID: String) -> ListMemory = { _ in ListMemory() }) -> GateResult {
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
      let memory = memory(list.id)
      do throws(BytesError) {
        for file in list.files { try WatchlistSource.expectFile(file) }
      } catch {
        report(.refused, "list \(list.id): \(error.listDescription)")
        continue
      }
      if let problem = signatureProblem(of: list) {
        report(.refused, "list \(list.id): \(problem)")
        result.findings[result.findings.count - 1].isOfSignature = true
        continue
      }
      for (file, sum) in zip(list.paths, list.declaredSums) {
        if let problem = sum.problem(of: file) {
          report(.refused, "list \(list.id) (\(file)): \(problem)")
        }
      }
      if result.findings.contains(where: { $0.list == list.id }) { continue }
      do {
        let watchlist = try read(list)
        var judgement = judge(
          watchlist, list, memory: memory, entriesBefore: entriesBefore(watchlist, list, memory))
        let doubts = judgement.doubts
        if !doubts.isEmpty { result.held.append(HeldList(list: watchlist, reasons: doubts)) }
        if !doubts.isEmpty, memory.deciders(watchlist.sha256) >= ListMemory.decidersMin {
          judgement.warnings.append(
            "accepted by the decision of two persons, although it \(doubts.joined(separator: "; "))"
          )
          judgement.refusedChanges = []
          judgement.holds = []
        }
        if judgement.isHeld, let good = lastGood(list, memory) {
          report(
            .warning,
            "list \(list.id) (\(path)) \(doubts.joined(separator: "; ")); its version \(good.sha256.prefix(12)) that was accepted "
              + "before stays in use until two persons accept this one (watchlist check --accept)")
          result.accepted.append(good)
          continue
        }
        for text in judgement.refusals + judgement.refusedChanges {
          report(.refused, "list \(list.id) (\(path)) \(text)")
        }
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

  /// Why a signature that the register asks for does not hold.
  private func signatureProblem(of list: RegisteredList) -> String? {
    guard let signers = list.signers else { return nil }
    for (path, signature) in zip(list.paths, list.signatures) {
      do {
        try DetachedSignature.check(
          content: path, signature: signature, signers: signers, at: seconds)
      } catch {
        switch error {
        case .unreadable(let file, let reason): return "\(file): \(reason)"
        case .refused:
          return "\(path): \(signature) is no signature of it by a certificate of \(signers); "
            + "fetch both again"
        case .weak:
          return "\(path): \(signature) is made with a digest that can be forged (SHA-1, MD5); "
            + "ask for one with SHA-256"
        case .expired: return "\(path): the certificate of its signature is not valid at this time"
        }
      }
    }
    return nil
  }

  private func read(_ list: RegisteredList) throws(WatchlistError) -> Watchlist {
    let isOfDocuments = list.format == DocumentsCSV.id && list.paths.count == 1
    return described(
      isOfDocuments
        ? try tables.read(list.paths[0], id: list.id, limits: limits)
        : try WatchlistFile.read(
          format: list.format, paths: list.files, id: list.id, limits: limits), list)
  }

  /// With what the register says of it.
  private func described(_ watchlist: Watchlist, _ list: RegisteredList) -> Watchlist {
    var watchlist = watchlist
    watchlist.published = watchlist.published ?? list.published
    watchlist.handling = list.handling
    if watchlist.documentCounts?.declared == nil {
      watchlist.documentCounts?.declared = list.declaredRecords
    }
    return watchlist
  }

  /// The persons of the version that was accepted last, where it is kept and another one.
  private func entriesBefore(
    _ watchlist: Watchlist, _ list: RegisteredList, _ memory: ListMemory
  ) -> [ListedPerson]? {
    // Ids of another format are others.
    guard watchlist.documentCounts == nil, memory.profile?.format ?? list.format == list.format,
      let kept = memory.lastGood, kept.sha256 != watchlist.sha256
    else { return nil }
    let before = try? WatchlistFile.readKept(
      format: list.format, paths: kept.paths, id: list.id, limits: limits)
    return before?.entries.filter(\.kind.isScreened)
  }

  /// The version that was accepted last, if it is kept, as it was, and not too old.
  private func lastGood(_ list: RegisteredList, _ memory: ListMemory) -> Watchlist? {
    guard let kept = memory.lastGood,
      let read = try? WatchlistFile.readKept(
        format: list.format, paths: kept.paths, id: list.id, limits: limits),
      read.sha256 == kept.sha256
    else { return nil }
    var good = described(read, list)
    // Where the file has no date, the register's may be the new file's.
    good.published = kept.published
    return judge(good, list, memory: ListMemory()).refusals.isEmpty ? good : nil
  }
}

/// A list that the gate holds, or refuses for what has changed in it alone, whoever has accepted it since.
public struct HeldList: Sendable {
  public var list: Watchlist
  public var reasons: [String]
}

/// What speaks against one list.
struct Judgement {
  /// Of the file itself, whatever it was before.
  var refusals: [String] = []
  /// Only because of what has changed since it was last accepted: two persons may accept it.
  var refusedChanges: [String] = []
  var holds: [String] = []
  var warnings: [String] = []

  var isAccepted: Bool { refusals.isEmpty && doubts.isEmpty }
  /// Held and not refused: the version that was accepted last may stay in use.
  var isHeld: Bool { refusals.isEmpty && refusedChanges.isEmpty && !holds.isEmpty }
  /// What two persons may accept all the same; nothing where the file itself is refused.
  var doubts: [String] { refusals.isEmpty ? refusedChanges + holds : [] }
}
