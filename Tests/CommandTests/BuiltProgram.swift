import Foundation
import Testing

/// The program that was built beside these tests, run as a user runs it.
enum BuiltProgram {
  struct Outcome {
    var exit: Int32
    var output: Data
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Lines of stderr that are sentences of ours.
    var sentences: [String] {
      errors.split(separator: "\n").map { String($0) }.filter { $0.hasPrefix("pnrscreen: ") }
    }
  }

  /// The project's folder.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let samples = project.appendingPathComponent("samples").path
  static let register = project.appendingPathComponent("watchlists/register.toml").path
  static let now = "2026-11-28T03:00:00Z"

  /// Beside the test bundle, which is the running executable.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let candidates = [own, CommandLine.arguments[0]].map { path in
      URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("pnrscreen")
        .path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "pnrscreen"
  }()

  /// Runs it to its end.
  static func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
    shell: String? = nil
  ) throws -> Outcome {
    let process = Process()
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", shell, path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    var inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PNRSCREEN_") }
    inherited["PROGRAM"] = path
    let scratch = try TemporaryFolder()
    // What this machine has screened before is nothing to a test.
    inherited["XDG_STATE_HOME"] = scratch / "state"
    process.environment = inherited.merging(environment) { _, new in new }
    let (out, err, into) = (scratch / "out", scratch / "err", scratch / "in")
    for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
    try (input ?? Data()).write(to: URL(fileURLWithPath: into))
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    process.standardInput = FileHandle(forReadingAtPath: into)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exit: process.terminationStatus, output: try Data(contentsOf: URL(fileURLWithPath: out)),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: err)), as: UTF8.self))
  }
}

/// A folder that is removed with its value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("pnrscreen-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func / (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }

  /// Writes a file of this folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let path = self / name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func names(_ name: String = "") -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")
    return (found ?? []).sorted()
  }
}

/// A feed, a list and a register that fit on one screen; nobody in them exists.
struct SmallNight {
  let folder: TemporaryFolder
  let feed: String
  let register: String

  static let header =
    "reference,surname,given,birth_date,gender,nationality,document_type,document_number,"
    + "document_issuer,carrier,flight_number,date,from,to,record_locator"
  static let list = """
    entry,name,surname,given,quality,birth_date,gender,nationality,document_number,place_of_birth,reference
    X1,,VOORBEELDSMA,JURGENTJE,strong,1981-02-03,M,NLD,,Utrecht,R1
    X2,,PROEFSTRAKOV,WLADIMIR,strong,1979,M,RUS,,,R2

    """

  init() throws {
    folder = try TemporaryFolder()
    feed = try folder.write(
      "night.csv",
      """
      \(SmallNight.header)
      1,Voorbeeldsma,Jurgentje,1981-02-03,M,NLD,P,X1,NLD,KL,1007,2026-11-28,AMS,LHR,ABC123
      2,Zomaariemand,Anna,1990-01-01,F,NLD,P,X2,NLD,KL,1007,2026-11-28,AMS,LHR,ABC124
      3,Proefstrakov,Vladimir,1979-05-05,M,RUS,P,X3,RUS,KL,1009,2026-11-28,AMS,CDG,ABC125

      """)
    try folder.write("list.csv", SmallNight.list)
    register = try folder.write("register.toml", SmallNight.registerText())
  }

  /// A register with this one list; `lines` are added to it.
  static func registerText(
    designation: String? = "invented, for tests", path: String = "list.csv",
    format: String = "persons-csv", published: String = "2026-11-20", lines: String = ""
  ) -> String {
    let why = designation.map { "designation = \"\($0)\"\n" } ?? ""
    return """
      [[list]]
      id = "own"
      format = "\(format)"
      path = "\(path)"
      \(why)published = \(published)
      max_age_days = 30
      \(lines)

      """
  }

  /// Arguments that screen the feed into this folder.
  func arguments(_ more: [String] = [], register other: String? = nil) -> [String] {
    ["screen", feed, "--watchlists", other ?? register, "--now", BuiltProgram.now]
      + ["--output", folder / "out", "--state", folder / "state"] + more
  }

  /// The one published run.
  var runFolder: String { (folder / "out") + "/" + (folder.names("out").first ?? "none") }

  func contents(_ name: String) throws -> String {
    try String(contentsOfFile: "\(runFolder)/\(name)", encoding: .utf8)
  }
}
