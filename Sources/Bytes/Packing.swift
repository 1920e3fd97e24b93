/// How bytes are packed, told from their beginning.
enum Packing: Sendable, Equatable {
  case gzip, zstd, bzip2, xz, zip, tar

  /// So many bytes are enough to tell.
  static let headBytes = 1024

  /// Zip and tar hold several files, the others one stream.
  var isArchive: Bool { self == .zip || self == .tar }

  /// nil for bytes that are not packed.
  init?(_ head: [UInt8]) {
    let magics: [(Packing, [UInt8])] = [
      (.gzip, [0x1F, 0x8B]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.bzip2, [0x42, 0x5A, 0x68]),
      (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
      // With a file, without any, and the first of several volumes.
      (.zip, [0x50, 0x4B, 3, 4]), (.zip, [0x50, 0x4B, 5, 6]), (.zip, [0x50, 0x4B, 7, 8]),
    ]
    for (packing, magic) in magics where head.starts(with: magic) {
      self = packing
      return
    }
    // A frame to be passed over (RFC 8878, 3.1.2) may stand in front, as pzstd writes it.
    if head.count >= 8, head[0] & 0xF0 == 0x50, head[1..<4].elementsEqual([0x2A, 0x4D, 0x18]) {
      self = .zstd
      return
    }
    guard Packing.isTarHeader(head) else { return nil }
    self = .tar
  }

  /// POSIX and GNU tars say `ustar`; older ones are known by the checksum of their first header.
  private static func isTarHeader(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    if head[257..<262].elementsEqual("ustar".utf8) { return true }
    // A sum alone may be met by chance: text has no NUL, and no field of octal digits.
    func isOctal(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }
    let fields = head[100..<108] + head[148..<156]
    guard head[..<100].contains(0), fields.allSatisfy({ isOctal($0) || $0 == 0x20 || $0 == 0 })
    else { return false }
    var stated = 0
    for byte in head[148..<156] where isOctal(byte) { stated = stated * 8 + Int(byte - 0x30) }
    // The checksum's own place counts as eight blanks.
    let blanks = 8 * 0x20
    let sum =
      head[..<148].reduce(blanks) { $0 + Int($1) } + head[156..<512].reduce(0) { $0 + Int($1) }
    return stated == sum
  }
}

/// The end record of a zip (APPNOTE 4.3.16), which a zip that was broken off does not have.
struct ZipEnd {
  /// The record and the longest comment.
  static let maximumBytes = 22 + 65_535

  /// Entries in the directory; nil where only the record of zip64 says it.
  let entries: Int?

  /// - Parameters:
  ///   - tail: the last bytes of the zip, `maximumBytes` or all there are.
  ///   - count: the zip's length.
  init?(_ tail: [UInt8], before count: Int) {
    guard tail.count >= 22 else { return nil }
    func little(_ place: Int, _ bytes: Int) -> Int {
      (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(tail[place + $1]) }
    }
    for start in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[start] == 0x50 && tail[start...].starts(with: [0x50, 0x4B, 5, 6]) {
      // The directory ends here, or before the two records of zip64 (56 and 20 bytes); the end of
      // another zip that lies in this one says something else.
      let gap = count - tail.count + start - little(start + 16, 4) - little(start + 12, 4)
      guard gap == 0 || gap == 76 || little(start + 16, 4) == 0xFFFF_FFFF else { continue }
      entries = little(start + 10, 2) == 0xFFFF ? nil : little(start + 10, 2)
      return
    }
    return nil
  }
}
