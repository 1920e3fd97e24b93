internal import Bytes
internal import Glibc
internal import Screening
internal import Synchronization

/// One line on stderr that grows with the run; only on a terminal, so that logs stay clean.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let began = ContinuousClock().now
  private let lastShown: Mutex<ContinuousClock.Instant>

  init(quiet: Bool) {
    isShown = !quiet && isatty(STDERR_FILENO) == 1
    lastShown = Mutex(began)
  }

  /// Called by any worker after each batch; shows at most five states a second.
  func show(_ progress: RunProgress) {
    guard isShown else { return }
    let now = ContinuousClock().now
    let isDue = lastShown.withLock { last in
      guard now - last >= .milliseconds(200) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let elapsed = now - began
    let milliseconds = max(
      1, elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)
    let rate = progress.persons * 1000 / Int(milliseconds)
    write(
      "\r\u{1B}[K\(progress.files) files, \(progress.byteCount / 1_000_000) MB, "
        + "\(progress.persons) persons (\(rate)/s), \(progress.hits) hits")
  }

  /// Takes the line away again.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    _ = try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "stderr")
  }
}
