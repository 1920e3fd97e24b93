internal import Bytes
public import Records

/// One list as the operator registers it (contract, section 4).
public struct RegisteredList: Sendable, Equatable {
  /// Letters, digits, `-`, `_` and `.`; unique in the register.
  public var id: String
  public var name: String?
  /// An id of ``WatchlistRegistry``.
  public var format: String
  /// Relative ones already joined to the register's folder; several only where the format needs them.
  public var paths: [String]
  /// How an operator's own table is read; nil for tables in the form of the contract.
  public var profile: String?
  /// All that the list is made of, its profile last.
  public var files: [String] { paths + (profile.map { [$0] } ?? []) }
  /// Why passengers may lawfully be compared with the list; without it the list is refused.
  public var designation: String?
  /// For files that carry no date.
  public var published: PartialDate?
  /// Oldest age in days at which the list may still be used.
  public var maxAgeDays: Int?
  /// A required list that is not accepted stops the run; true unless the register says otherwise.
  public var isRequired = true
  /// Bounds of what is counted, whatever the last version had.
  public var expected: [WatchlistCounter: ClosedRange<Int>] = [:]
  /// How many records the list must have, where its publisher says so beside the file.
  public var declaredRecords: Int?
  /// Ids of entries that must be there and be screened.
  public var canaries: [String] = []
  /// The publisher's sums of the files, in their order; empty where none are given.
  public var declaredSums: [DeclaredSum] = []
  /// Shown on each hit.
  public var handling: String?
  /// Whom to ask about an entry: the owner's desk, shown in `run.json`.
  public var ownerContact: String?
  /// Which fields of an entry may go to whom; empty where the owner makes no reservation.
  public var release: [ReleaseCaveat] = []
  /// Detached signatures (CMS) of the files, in their order; empty where none are asked for.
  public var signatures: [String] = []
  /// The certificates (PEM) of whoever may sign.
  public var signers: String?

  public init(id: String, format: String, paths: [String]) {
    self.id = id
    self.format = format
    self.paths = paths
  }
}

/// What the owner of a list lets a recipient have.
public struct ReleaseCaveat: Sendable, Equatable {
  public var recipient: String
  /// Keys of a listed person (contract): `names`, `birthDates`, …
  public var fields: [String]

  public static let knownFields: Set<String> = [
    "entry", "kind", "names", "birthDates", "placesOfBirth", "gender", "nationalities", "documents",
    "listedOn", "reference", "programmes",
  ]
}

/// The operator's register of lists.
public struct Register: Sendable, Equatable {
  public var path: String
  /// At least one, in the order of the file.
  public var lists: [RegisteredList]

  public init(path: String, lists: [RegisteredList]) {
    self.path = path
    self.lists = lists
  }

  /// Reads and checks a register file, and the profiles of its lists.
  /// - Throws: ``WatchlistError/unreadable(_:)``, ``WatchlistError/register(path:line:reason:)``.
  public static func read(
    path: String, limits: Limits = .standard
  ) throws(WatchlistError) -> Register {
    let bytes: [UInt8]
    do {
      bytes = try readWholeFile(path, maximumBytes: limits.configurationBytes)
    } catch {
      throw .unreadable(error)
    }
    let register = try Register(parsing: bytes, path: path)
    let lines = RegisterLines(String(decoding: bytes, as: UTF8.self))
    for (index, list) in register.lists.enumerated() {
      for case .file(let file) in list.declaredSums
      where (try? somethingIsThere(atPath: file)) != true {
        throw .register(
          path: path, line: lines.line(of: "sha256", inList: index),
          reason: "\"sha256\" is neither a SHA-256 (64 hex digits) nor a file that is there")
      }
    }
    for list in register.lists {
      guard let profile = list.profile else { continue }
      do throws(WatchlistError) {
        try PersonsCSV.checkProfile(path: profile, limits: limits)
      } catch .unreadable(let error) {
        throw .register(
          path: path, line: 0,
          reason: "the profile of list \(list.id) cannot be used: \(error.listDescription)")
      }
    }
    return register
  }

  /// `path` as seen from the folder of the file `base`.
  static func resolve(_ path: String, from base: String) -> String {
    guard !path.hasPrefix("/"), let slash = base.lastIndex(of: "/") else { return path }
    return String(base[...slash]) + path
  }
}
