internal import CLibXML2
internal import Glibc
internal import Synchronization

/// Counts what libxml2 would open outside of the bytes that it is given: no feed may make it open anything.
/// Each thread has its own count, since other tests of the process may try to.
enum DoorWatch {
  private static let counts = Mutex<[pthread_t: Int]>([:])

  private static func note() {
    let thread = pthread_self()
    counts.withLock { $0[thread, default: 0] += 1 }
  }

  /// From now on, every file, address or external entity that is asked for is counted, and not opened.
  private static let isWatching: Bool = {
    // Sound: both functions are kept by libxml2 for the life of the process, and touch the counts alone.
    unsafe xmlSetExternalEntityLoader { _, _, _ in
      DoorWatch.note()
      return nil
    }
    let slot = unsafe xmlRegisterInputCallbacks(
      { _ in
        DoorWatch.note()
        return 0
      }, { _ in nil }, { _, _, _ in -1 }, { _ in 0 })
    return slot >= 0
  }()

  /// How often this thread asked for something since the watch began; nil where it cannot be told.
  static var reached: Int? {
    let thread = pthread_self()
    return isWatching ? counts.withLock { $0[thread, default: 0] } : nil
  }
}
