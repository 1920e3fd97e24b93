internal import CLibXML2
internal import Synchronization

/// Counts what libxml2 would open outside of the bytes that it is given: no feed may make it open anything.
enum DoorWatch {
  private static let count = Atomic<Int>(0)

  /// From now on, every file, address or external entity that is asked for is counted, and not opened.
  private static let isWatching: Bool = {
    // Sound: both functions are kept by libxml2 for the life of the process, and touch the counter alone.
    unsafe xmlSetExternalEntityLoader { _, _, _ in
      DoorWatch.count.add(1, ordering: .relaxed)
      return nil
    }
    let slot = unsafe xmlRegisterInputCallbacks(
      { _ in
        DoorWatch.count.add(1, ordering: .relaxed)
        return 0
      }, { _ in nil }, { _, _, _ in -1 }, { _ in 0 })
    return slot >= 0
  }()

  /// How often something was asked for since the watch began; nil where it cannot be told.
  static var reached: Int? { isWatching ? count.load(ordering: .relaxed) : nil }
}
