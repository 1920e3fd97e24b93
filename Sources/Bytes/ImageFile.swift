/// The file of a ``MemoryImage`` that is larger than memory: its sections are written one behind the other.
public struct ImageFile: ~Copyable {
  private let file: NewFile
  private let sections: [(start: Int, size: Int)]
  private let end: Int
  private let hash: SHA256
  /// Bytes written so far.
  private var position: Int
  /// The section that ``append(_:)`` adds to.
  private var section = 0

  /// Makes the file under another name in the same folder.
  /// - Parameter sectionBytes: of each section, which must be known beforehand.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public init(path: String, sectionBytes: [Int]) throws(BytesError) {
    let file = try NewFile(path: path)
    let hash = SHA256()
    let (head, sections, end) = MemoryImage.layout(ofSizes: sectionBytes)
    let start = sections.first?.start ?? end
    let header = head + [UInt64](repeating: 0, count: start / 8 - head.count)
    try ImageFile.write(header, to: file, hash)
    self.file = file
    self.hash = hash
    self.sections = sections
    self.end = end
    position = start
  }

  /// Adds values to the present section.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public mutating func append<Element: BitwiseCopyable>(_ values: [Element]) throws(BytesError) {
    try write(values)
    precondition(position <= sections[section].start + sections[section].size)
  }

  /// Ends the present section, which must have as many bytes as was said.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public mutating func endSection() throws(BytesError) {
    precondition(position == sections[section].start + sections[section].size)
    section += 1
    try pad(to: section < sections.count ? sections[section].start : end)
  }

  /// Gives the file its name; nothing may have it.
  /// - Returns: false when something has that name; it is left as it is.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public consuming func publish() throws(BytesError) -> Bool {
    precondition(section == sections.count)
    return try file.publish(Array(hash.finishHex().utf8))
  }

  /// Maps the file, which never gets its name: it is gone with its image.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``, ``BytesError/cannotOpen(path:reason:)``.
  public consuming func mapped() throws(BytesError) -> MemoryImage {
    precondition(section == sections.count)
    try file.append(Array(hash.finishHex().utf8).span)
    return try MemoryImage.map(file.descriptor, path: file.path)
  }

  private mutating func pad(to start: Int) throws(BytesError) {
    try write([UInt8](repeating: 0, count: start - position))
  }

  private mutating func write<Element: BitwiseCopyable>(_ values: [Element]) throws(BytesError) {
    try ImageFile.write(values, to: file, hash)
    position += values.count * MemoryLayout<Element>.stride
  }

  private static func write<Element: BitwiseCopyable>(
    _ values: [Element], to file: borrowing NewFile, _ hash: borrowing SHA256
  ) throws(BytesError) {
    if values.isEmpty { return }
    // Sound: plain values are bytes too, and the span does not outlive the call.
    let problem = unsafe values.withUnsafeBytes { raw -> BytesError? in
      let bytes = unsafe Span<UInt8>(_unsafeBytes: raw)
      hash.update(bytes)
      do throws(BytesError) { try file.append(bytes) } catch { return error }
      return nil
    }
    if let problem { throw problem }
  }
}
