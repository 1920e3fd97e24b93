import Testing

@testable import Bytes

@Suite struct MemoryImageTests {
  @Test func sectionsGiveBackWhatWasAdded() {
    var writer = ImageWriter()
    writer.add([UInt8](1...7))
    writer.add([UInt64]())
    writer.add([UInt64.max, 0, 42])
    writer.add([Int32](-3...2))
    let image = writer.finish()
    let bytes = image.table(0, of: UInt8.self)
    #expect(bytes.indices.map { bytes[$0] } == [UInt8](1...7))
    #expect(image.table(1, of: UInt64.self).isEmpty)
    let words = image.table(2, of: UInt64.self)
    #expect(words.indices.map { words[$0] } == [UInt64.max, 0, 42])
    let numbers = image.table(3, of: Int32.self)
    #expect(numbers.withSpan(1..<4) { part in part.indices.map { part[$0] } } == [-2, -1, 0])
    #expect(image.size % MemoryImage.alignment == 0)
  }

  @Test func partitioningIndexIsTheFirstOfTheSecondPart() {
    for count in 0...9 {
      for first in 0...count {
        #expect((0..<count).partitioningIndex { $0 >= first } == first)
      }
    }
  }
}
