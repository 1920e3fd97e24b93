import Foundation
import Testing

@testable import Screening

struct SettingsTests {
  private func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("settings-\(UUID().uuidString).toml").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  @Test func putsTheCommandLineOverTheEnvironmentOverTheFile() throws {
    let text = "jobs = 2\noutput = \"/file\"\nstate = \"/file\"\nwatchlists = \"/file\"\n"
    try withFile(text) { path in
      let settings = try Settings(
        file: path, environment: ["PNRSCREEN_STATE": "/env", "PNRSCREEN_OUTPUT": "/env"],
        options: [.output: "/option"])
      #expect(settings.jobs == 2)
      #expect(settings.output == "/option")
      #expect(settings.state == "/env")
      #expect(settings.watchlists == "/file")
      #expect(settings.values[.jobs]?.origin == "\(path):1")
      #expect(settings.values[.state]?.origin == "PNRSCREEN_STATE")
    }
  }

  @Test(arguments: [
    (["STATE_DIRECTORY": "/a:/b", "HOME": "/h"], "/a"),
    (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/pnrscreen"),
    (["HOME": "/h"], "/h/.local/state/pnrscreen"),
  ])
  func findsTheStateFolder(environment: [String: String], folder: String) throws {
    let settings = try Settings(file: nil, environment: environment, options: [:])
    #expect(settings.state == folder)
    #expect(settings.jobs >= 1)
  }

  @Test(arguments: [
    ("jobs = 2\nspeed = 3\n", 2), ("jobs = 1\n[output]\nfolder = 1\n", 2),
    ("jobs = \n", 1), ("output = true\n", 1),
  ])
  func namesTheLineThatIsWrong(text: String, line: Int) throws {
    try withFile(text) { path in
      do {
        _ = try Settings(file: path, environment: [:], options: [:])
        Issue.record("accepted")
      } catch RunError.configuration(let where_, let found, _) {
        #expect(where_ == path)
        #expect(found == line)
      }
    }
  }

  @Test(arguments: ["0", "-1", "all", "1000001"])
  func refusesImpossibleLimits(text: String) {
    #expect(throws: RunError.self) {
      _ = try Settings(
        file: nil, environment: ["PNRSCREEN_HITS_PER_PASSENGER": text], options: [:])
    }
  }

  @Test func takesTheLimitOfHitsFromTheFile() throws {
    #expect(try Settings(file: nil, environment: [:], options: [:]).hitsPerPassenger == 1_000)
    try withFile("hits_per_passenger = 250\n") { path in
      let settings = try Settings(file: path, environment: [:], options: [:])
      #expect(settings.hitsPerPassenger == 250)
    }
  }

  @Test(arguments: ["0", "-1", "many", "1.5", "100000"])
  func refusesImpossibleJobs(text: String) {
    #expect(throws: RunError.self) {
      _ = try Settings(file: nil, environment: ["PNRSCREEN_JOBS": text], options: [:])
    }
  }
}
