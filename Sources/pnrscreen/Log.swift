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
  static func error(_ text: String, code: ExitStatus) { say(text, level: "error", code: code) }

  /// A sentence beside the result.
  static func note(_ text: String) { say(text, level: "notice", code: nil) }

  private static func say(_ text: String, level: String, code: ExitStatus?) {
    guard format.withLock({ $0 }) == .json else { return line("pnrscreen: \(text)") }
    var json = JSONWriter()
    json.beginObject()
    json.member("level", level)
    if let code { json.member("exit", Int(code.rawValue)) }
    json.member("text", text)
    json.endObject()
    json.endLine()
    _ = try? writeAll(json.bytes, to: STDERR_FILENO, path: "stderr")
  }

  /// A plain line; left out of JSON logs, where every line is an object.
  static func line(_ text: String) {
    guard format.withLock({ $0 }) == .text else { return }
    _ = try? writeAll(Array("\(oneLine(text))\n".utf8), to: STDERR_FILENO, path: "stderr")
  }

  /// The text on one line: a path may hold line ends and terminal commands.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        line += scalar.escaped(asASCII: true)
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

/// Data goes to stdout and nothing else does.
enum StandardOutput {
  /// Writes an answer. A reader that has gone is no failure, and what the command found still
  /// decides the exit code; a full disk ends the program with 74.
  static func write(_ bytes: [UInt8]) {
    do { _ = try put(bytes) } catch { end(error) }
  }

  /// Writes a piece of a long answer; when the reader has gone, there is no point in going on.
  static func stream(_ bytes: [UInt8]) {
    do { if try !put(bytes) { exit(ExitStatus.done.rawValue) } } catch { end(error) }
  }

  /// Writes what is known elsewhere too.
  /// - Returns: why it could not be written; nil when it was, or nobody reads.
  static func problem(writing bytes: [UInt8]) -> String? {
    do { _ = try put(bytes) } catch { return error.text }
    return nil
  }

  /// - Returns: false when the reader has gone.
  private static func put(_ bytes: [UInt8]) throws(Failure) -> Bool {
    do { return try writeAll(bytes, to: STDOUT_FILENO, path: "standard output") } catch {
      throw Failure(.inputOutput, "cannot write standard output: \(systemReason())")
    }
  }

  private static func end(_ failure: Failure) -> Never {
    Log.error(failure.text, code: failure.code)
    exit(failure.code.rawValue)
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
