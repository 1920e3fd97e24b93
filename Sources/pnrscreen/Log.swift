internal import ArgumentParser
internal import Bytes
internal import Glibc
internal import Synchronization

/// How messages on stderr look.
enum LogFormat: String, ExpressibleByArgument, CaseIterable, Sendable { case text, json }

/// Messages for people and log collectors, on stderr. No personal data goes here.
enum Log {
  private static let format = Mutex(LogFormat.text)

  static func use(_ chosen: LogFormat) { format.withLock { $0 = chosen } }

  /// The one sentence that a failure gets.
  static func error(_ text: String, code: ExitStatus) {
    guard format.withLock({ $0 }) == .json else { return line("pnrscreen: \(text)") }
    var json = JSONWriter()
    json.beginObject()
    json.member("level", "error")
    json.member("exit", Int(code.rawValue))
    json.member("text", text)
    json.endObject()
    json.endLine()
    _ = try? writeAll(json.bytes, to: STDERR_FILENO, path: "stderr")
  }

  /// A plain line; left out of JSON logs, where every line is an object.
  static func line(_ text: String) {
    guard format.withLock({ $0 }) == .text else { return }
    _ = try? writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO, path: "stderr")
  }
}

/// Data goes to stdout and nothing else does.
enum StandardOutput {
  /// Writes; a reader that has gone ends the program cleanly, a full disk with exit code 74.
  static func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    do {
      if try !writeAll(bytes, to: STDOUT_FILENO, path: "standard output") {
        exit(ExitStatus.done.rawValue)
      }
    } catch {
      Log.error("cannot write standard output: \(systemReason())", code: .inputOutput)
      exit(ExitStatus.inputOutput.rawValue)
    }
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
