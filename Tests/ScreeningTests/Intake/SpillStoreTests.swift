import Foundation
import Testing

@testable import Screening

struct SpillStoreTests {
  @Test func givesBackWhatItKeptFromMemoryAndFromDisk() throws {
    let folder = NSTemporaryDirectory() + "/spill-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = SpillStore(folder: folder, memoryBytesMax: 1000)
    let pieces = (0..<50).map { [UInt8](repeating: UInt8($0), count: 10 + $0 * 7) }
    let kept = try pieces.map { try store.keep($0) }
    var onDisk = 0
    for (stretch, piece) in zip(kept, pieces).reversed() {
      var bytes: [UInt8] = [255]
      try store.load(stretch, into: &bytes)
      #expect(bytes == [255] + piece)
      if case .disk = stretch { onDisk += 1 }
    }
    #expect(onDisk > 0 && onDisk < 50)
    // The scratch file has no name that anybody could open.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func saysWhyNothingCanBeKept() {
    let store = SpillStore(folder: "/nonexistent/folder", memoryBytesMax: 0)
    #expect(throws: RunError.self) { try store.keep([1]) }
  }

  @Test func keepsPartitionsApart() throws {
    let legs = LegStore(SpillStore(folder: NSTemporaryDirectory(), memoryBytesMax: 100))
    for count in [40, 50, 30, 200, 5] {
      try legs.add([UInt8](repeating: UInt8(count), count: count), to: 7)
    }
    try legs.add([1], to: 255)
    #expect(legs.stretches(of: 7).map(\.count) == [40, 50, 30, 200, 5])
    #expect(legs.stretches(of: 8).isEmpty)
    var bytes: [UInt8] = [9]
    for stretch in legs.stretches(of: 7) {
      try legs.load(stretch, into: &bytes)
      #expect(bytes == [UInt8](repeating: UInt8(stretch.count), count: stretch.count))
    }
  }
}
