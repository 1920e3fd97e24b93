internal import Foundation

/// Real threads, since reading blocks, and as many as were asked for, since `--jobs` must not change
/// a byte of the result: a pool that is smaller than asked would hide that from the tests.
enum Threads {
  /// Runs `body` on each of `count` threads and waits for all.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for _ in 0..<max(1, count) {
      group.enter()
      let thread = Thread {
        body()
        group.leave()
      }
      thread.stackSize = 8 * 1024 * 1024
      thread.start()
    }
    group.wait()
  }
}

/// A glance at a run that goes on.
public struct RunProgress: Sendable, Equatable {
  public var files: Int
  /// Bytes read since the inputs were opened.
  public var byteCount: Int
  /// Persons read, then persons screened.
  public var persons: Int
  public var hits: Int
}
