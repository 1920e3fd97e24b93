internal import Foundation
internal import Records
internal import TOMLKit

/// A setting that a configuration file may hold; its environment variable is `PNRSCREEN_` and the
/// key in capitals. A new setting is a case here; one without a default may be absent.
public enum SettingKey: String, CaseIterable, Sendable {
  case jobs, output, state, watchlists
  case nameFrequency = "name_frequency"
  case nameFrequencySHA256 = "name_frequency_sha256"
  case hitsPerPassenger = "hits_per_passenger"

  public var environmentName: String { "PNRSCREEN_" + rawValue.uppercased() }

  /// For `pnrscreen config check`.
  public var summary: String {
    switch self {
    case .jobs: "worker threads"
    case .output: "folder in which run folders are published"
    case .state: "folder of the ledger, the lock and compiled lists"
    case .watchlists: "register of lists"
    case .nameFrequency: "own table of name frequencies, of 'pnrscreen calibrate'"
    case .nameFrequencySHA256: "SHA-256 of that table: signs it off"
    case .hitsPerPassenger: "hits written of one traveller on a flight; more are counted"
    }
  }
}

/// The settings of a run, each with the place it came from.
///
/// The command line wins over the environment, the environment over the file, the file over the
/// defaults. Relative paths count from the working folder.
public struct Settings: Sendable {
  /// A value as written, and where: for error texts and `config check`.
  public struct Value: Sendable, Equatable {
    public var text: String
    public var origin: String
  }

  public private(set) var values: [SettingKey: Value] = [:]
  public private(set) var jobs = 1
  public private(set) var hitsPerPassenger = Limits.standard.hitsPerPassenger

  public var output: String { values[.output]?.text ?? "" }
  public var state: String { values[.state]?.text ?? "" }
  public var watchlists: String { values[.watchlists]?.text ?? "" }

  /// Puts the sources over each other and checks the result.
  /// - Parameters:
  ///   - file: a TOML file; nil for none.
  ///   - options: what the command line gave.
  /// - Throws: ``RunError/configuration(path:line:reason:)``.
  public init(
    file: String?, environment: [String: String], options: [SettingKey: String]
  ) throws(RunError) {
    values = Settings.defaults(environment)
    if let file { try read(file) }
    for key in SettingKey.allCases {
      if let text = environment[key.environmentName], !text.isEmpty {
        values[key] = Value(text: text, origin: key.environmentName)
      }
      if let text = options[key] { values[key] = Value(text: text, origin: "--\(key.rawValue)") }
    }
    try check()
  }

  private static func defaults(_ environment: [String: String]) -> [SettingKey: Value] {
    func value(_ text: String) -> Value { Value(text: text, origin: "default") }
    return [
      .jobs: value(String(ProcessInfo.processInfo.activeProcessorCount)),
      .output: value("./out"), .state: stateFolder(environment),
      .watchlists: value("watchlists/register.toml"),
      .hitsPerPassenger: value(String(Limits.standard.hitsPerPassenger)),
    ]
  }

  /// systemd's `$STATE_DIRECTORY` (the first of several), else the XDG state folder.
  private static func stateFolder(_ environment: [String: String]) -> Value {
    if let given = environment["STATE_DIRECTORY"]?.split(separator: ":").first {
      return Value(text: String(given), origin: "STATE_DIRECTORY")
    }
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
      return Value(text: base + "/pnrscreen", origin: "XDG_STATE_HOME")
    }
    let home = environment["HOME"] ?? "."
    return Value(text: home + "/.local/state/pnrscreen", origin: "default")
  }

  private mutating func check() throws(RunError) {
    jobs = try number(.jobs, in: 1...1024)
    hitsPerPassenger = try number(.hitsPerPassenger, in: 1...1_000_000)
    for (key, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where value.text.isEmpty {
      throw .configuration(
        path: value.origin, line: nil, reason: "\(key.rawValue) is empty")
    }
  }

  private func number(_ key: SettingKey, in range: ClosedRange<Int>) throws(RunError) -> Int {
    let value = values[key]
    if let value, let number = Int(value.text), range.contains(number) { return number }
    throw .configuration(
      path: value?.origin ?? key.rawValue, line: nil,
      reason: "\(key.rawValue) must be a number from \(range.lowerBound) to \(range.upperBound), "
        + "not \"\(value?.text ?? "")\"")
  }
}

extension Settings {
  private mutating func read(_ path: String) throws(RunError) {
    let text = try Settings.contents(path)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .configuration(
        path: path, line: error.source.begin.line, reason: "is no TOML: \(error.description)")
    } catch {
      throw .configuration(path: path, line: nil, reason: "is no TOML")
    }
    for name in table.keys.sorted() {
      let line = Settings.line(of: name, in: text)
      guard let key = SettingKey(rawValue: name) else {
        let known = SettingKey.allCases.map { $0.rawValue }.joined(separator: ", ")
        throw .configuration(
          path: path, line: line, reason: "unknown key \"\(name)\"; known are \(known)")
      }
      let origin = line.map { "\(path):\($0)" } ?? path
      if let text = table[name]?.string {
        values[key] = Value(text: text, origin: origin)
      } else if let number = table[name]?.int {
        values[key] = Value(text: String(number), origin: origin)
      } else {
        throw .configuration(
          path: path, line: line, reason: "\"\(name)\" must be a text or a whole number")
      }
    }
  }

  private static func contents(_ path: String) throws(RunError) -> String {
    let limit = Limits.standard.configurationBytes
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .configuration(path: path, line: nil, reason: "cannot be read")
    }
    guard data.count <= limit else {
      throw .configuration(path: path, line: nil, reason: "is larger than \(limit) bytes")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .configuration(path: path, line: nil, reason: "is not UTF-8")
    }
    return text
  }

  /// The first line that assigns the key or opens its table, from 1: the parser does not tell.
  private static func line(of key: String, in text: String) -> Int? {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let start = line.drop { " \t[\"'".contains($0) }
      guard start.hasPrefix(key) else { continue }
      let rest = start.dropFirst(key.count).drop { " \t\"'".contains($0) }
      if let next = rest.first, "=].".contains(next) { return index + 1 }
    }
    return nil
  }
}
