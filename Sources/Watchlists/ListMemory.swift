internal import Foundation
internal import Names
public import Records

/// What is known of a list from before.
public struct ListMemory: Sendable {
  /// How many persons must accept what the gate holds.
  public static let decidersMin = 2

  /// The SHA-256 of the version that was accepted last; nil for a list that never was.
  public var baseline: String?
  /// The counts with which it was accepted.
  public var counts: WatchlistCounts?
  /// What else it had then; nil where an earlier program accepted it.
  public var profile: ListProfile?
  /// The date of publication of that version.
  public var published: PartialDate?
  /// The version that was accepted last, where its files are kept.
  public var lastGood: KeptList?
  /// The most persons that an accepted version had within ``windowDays``, since two persons last accepted one; nil where
  /// none is known.
  public var mostPersons: Int?
  public var decisions: [ListAcceptance] = []

  /// How far back ``mostPersons`` looks.
  public static let windowDays = Guard.longDays

  public init() {}

  /// When two persons last accepted a version: what it lost until then is decided.
  public var lastDecided: String? {
    Dictionary(grouping: decisions) { [$0.sha256, $0.baseline ?? ""] }.values
      .filter { Set($0.map { Self.person($0.name) }).count >= Self.decidersMin }
      .compactMap { $0.map(\.decided).max() }.max()
  }

  /// How many different persons have accepted this version.
  ///
  /// Only decisions on what the gate finds now: a version is compared with the one accepted last, and whoever
  /// accepted it beside another one has not seen how it differs from this one. Those by which it became the version
  /// accepted last go on.
  public func deciders(_ sha256: String) -> Int {
    let counted = decisions.filter {
      $0.sha256 == sha256 && ($0.baseline == baseline || sha256 == baseline)
    }
    return Dictionary(grouping: counted, by: \.baseline).values
      .map { Set($0.lazy.map { ListMemory.person($0.name) }).count }.max() ?? 0
  }

  /// Whether this person has accepted this version beside the one accepted last.
  public func hasDecided(_ name: String, on sha256: String) -> Bool {
    decisions.contains {
      $0.sha256 == sha256 && $0.baseline == baseline
        && ListMemory.person($0.name) == ListMemory.person(name)
    }
  }

  /// Names are one person's that have the same letters and digits, whatever their case and marks, and in whatever
  /// script of look-alikes (Latin A, Cyrillic А).
  public static func person(_ name: String) -> String {
    let clean = name.precomposedStringWithCompatibilityMapping
    var folded = ""
    var word = ""
    func endWord() {
      // The last reading takes look-alikes for Latin letters.
      for token in NameFolder.variants(word).last ?? [] { folded += token.description }
      word = ""
    }
    for scalar in clean.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
      } else {
        endWord()
        if scalar.properties.numericType != nil { folded.unicodeScalars.append(scalar) }
      }
    }
    endWord()
    // Of a script that is not folded, the name as it stands.
    return folded.isEmpty ? ListedText.clean(clean).lowercased() : folded
  }
}

/// That a person has accepted a version of a list.
public struct ListAcceptance: Sendable, Equatable {
  /// Of the version.
  public var sha256: String
  /// The version accepted last, with which it was compared then.
  public var baseline: String?
  public var name: String
  /// RFC 3339.
  public var decided: String

  public init(sha256: String, baseline: String?, name: String, decided: String = "") {
    self.decided = decided
    self.sha256 = sha256
    self.baseline = baseline
    self.name = name
  }
}

/// A version of a list of which the files are kept.
public struct KeptList: Sendable {
  public var sha256: String
  public var paths: [String]
  public var published: PartialDate?

  public init(sha256: String, paths: [String], published: PartialDate?) {
    self.sha256 = sha256
    self.paths = paths
    self.published = published
  }
}
