import Glibc

/// Flat tables in one piece of memory, each a numbered section: filled by an ``ImageWriter``, or mapped from
/// the file that its bytes were written to. In a file all numbers are of 64-bit little-endian machines.
@safe public final class MemoryImage: @unchecked Sendable {
  static let magic: UInt64 = 0x3130_4745_4D49_5350  // "PSIMGE01"
  /// Sections begin at multiples of this: a line of the processor's memory.
  static let alignment = 64

  private let memory: UnsafeMutableRawPointer
  /// Bytes of the memory.
  public let size: Int
  /// Where each section begins and how many bytes it has.
  private let sections: [(start: Int, size: Int)]

  /// Takes over memory that mmap(2) gave.
  @unsafe init(memory: UnsafeMutableRawPointer, size: Int, sections: [(start: Int, size: Int)]) {
    unsafe self.memory = memory
    self.size = size
    self.sections = sections
  }

  /// Takes over memory that mmap(2) gave and that holds an image, of which it reads the header.
  /// - Parameters: `size` of the memory, `imageSize` of the image at its beginning.
  /// - Returns: nil, and gives the memory back, where the header is none.
  @unsafe init?(memory: UnsafeMutableRawPointer, size: Int, imageSize: Int) {
    unsafe self.memory = memory
    self.size = size
    // Sound: the memory is that large, and a page begins where any number may.
    let words = unsafe FlatTable<UInt64>(
      start: UnsafePointer(memory.assumingMemoryBound(to: UInt64.self)), count: imageSize / 8)
    sections = MemoryImage.sections(words, imageSize) ?? []
    if sections.isEmpty { return nil }
  }

  private static let headerWords = 4

  /// Where sections of these sizes lie, what the header says of it, and the bytes of all.
  static func layout(
    ofSizes sizes: [Int]
  ) -> (header: [UInt64], sections: [(start: Int, size: Int)], end: Int) {
    func aligned(_ size: Int) -> Int { (size + alignment - 1) / alignment * alignment }
    var header: [UInt64] = [magic, 0, UInt64(sizes.count), 0]
    var end = aligned((headerWords + 2 * sizes.count) * 8)
    var sections: [(start: Int, size: Int)] = []
    for size in sizes {
      sections.append((end, size))
      header += [UInt64(end), UInt64(size)]
      end = aligned(end + size)
    }
    header[1] = UInt64(end)
    return (header, sections, end)
  }

  /// What the header says of the sections; nil where that cannot be.
  private static func sections(
    _ words: FlatTable<UInt64>, _ size: Int
  ) -> [(start: Int, size: Int)]? {
    guard words.count > headerWords, words[0] == magic, words[1] == UInt64(size),
      words[2] < UInt64(words.count - headerWords) / 2
    else { return nil }
    var sections: [(start: Int, size: Int)] = []
    for index in 0..<Int(words[2]) {
      let start = words[headerWords + 2 * index]
      let length = words[headerWords + 2 * index + 1]
      guard start % UInt64(alignment) == 0, start <= UInt64(size), length <= UInt64(size) - start
      else { return nil }
      sections.append((Int(start), Int(length)))
    }
    return sections
  }

  /// Everything, the header too.
  var bytes: FlatTable<UInt8> {
    // Sound: the memory is that large.
    unsafe FlatTable(start: memory.assumingMemoryBound(to: UInt8.self), count: size)
  }

  deinit {
    // Sound: mapped with this size, and nobody else has it.
    _ = unsafe munmap(memory, size)
  }

  public var sectionCount: Int { sections.count }

  /// A section as values of a type.
  /// - Precondition: there is such a section, of whole values.
  public func table<Element: BitwiseCopyable>(
    _ section: Int, of type: Element.Type
  ) -> FlatTable<Element> {
    let place = sections[section]
    precondition(place.size % MemoryLayout<Element>.stride == 0)
    // Sound: sections lie within the memory and are aligned to more than any value needs.
    return unsafe FlatTable(
      start: (memory + place.start).assumingMemoryBound(to: type),
      count: place.size / MemoryLayout<Element>.stride)
  }
}

/// Collects the sections of a ``MemoryImage``.
public struct ImageWriter {
  @safe private struct Section {
    var size: Int
    var copy: (UnsafeMutableRawBufferPointer) -> Void
  }
  private var parts: [Section] = []

  public init() {}

  /// Adds the next section; the array is let go once it is copied.
  public mutating func add<Element: BitwiseCopyable>(_ values: [Element]) {
    unsafe parts.append(
      Section(size: values.count * MemoryLayout<Element>.stride) { target in
        unsafe values.withUnsafeBytes { bytes in
          unsafe target.copyMemory(from: bytes)
        }
      })
  }

  /// - Returns: the image; without memory the process ends, as it does for any array.
  public consuming func finish() -> MemoryImage {
    let (header, sections, end) = MemoryImage.layout(ofSizes: parts.map(\.size))
    // Sound: fresh memory that belongs to nobody else; every section is copied to the place reserved for it.
    let mapped = unsafe mmap(
      nil, end, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe mapped, unsafe memory != MAP_FAILED else {
      fatalError("no memory for \(end) bytes: \(systemReason())")
    }
    // Readers jump about in it: large pages save them most of the way to an address. Only advice.
    _ = unsafe madvise(memory, end, MADV_HUGEPAGE)
    unsafe header.withUnsafeBytes {
      unsafe memory.copyMemory(from: $0.baseAddress.unsafelyUnwrapped, byteCount: $0.count)
    }
    for (index, place) in sections.enumerated() {
      let target = unsafe UnsafeMutableRawBufferPointer(
        start: memory + place.start, count: place.size)
      unsafe parts[index].copy(target)
      unsafe parts[index] = Section(size: 0) { _ in }
    }
    return unsafe MemoryImage(memory: memory, size: end, sections: sections)
  }
}
