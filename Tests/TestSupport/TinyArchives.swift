/// Deflate (RFC 1951) without a compressor: stored blocks, and runs of zeros.
enum Deflate {
  /// Bytes that one match of the longest kind stands for.
  static let runLength = 258

  static func stored(_ content: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let count = UInt32(block.count)
      out += [rest.isEmpty ? 1 : 0] + little(count, 2) + little(~count, 2) + block
    } while !rest.isEmpty
    return out
  }

  /// One zero and so many runs of it, by the fixed codes: 13 bits a run.
  static func zeros(runs: Int) -> [UInt8] {
    var out: [UInt8] = []
    var byte: UInt8 = 0
    var used: UInt8 = 0
    func put(_ bits: [UInt8]) {
      for bit in bits {
        byte |= bit << used
        used += 1
        if used == 8 {
          out.append(byte)
          byte = 0
          used = 0
        }
      }
    }
    // The last block, with fixed codes; the literal 0.
    put([1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0])
    // Length 258 and distance 1.
    for _ in 0..<runs { put([1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]) }
    put([0, 0, 0, 0, 0, 0, 0])
    if used > 0 { out.append(byte) }
    return out
  }
}

/// Builds gzip files (RFC 1952) in memory.
public enum TinyGzip {
  public static func make(_ content: [UInt8]) -> [UInt8] {
    wrap(Deflate.stored(content), content)
  }

  /// With everything that a header may hold: an extra field, a name, a comment and a checksum of its own.
  public static func withLongHeader(_ content: [UInt8]) -> [UInt8] {
    let header =
      [0x1F, 0x8B, 8, 0x1E, 1, 2, 3, 4, 0, 3] + little(4, 2) + [0x41, 0x42, 0, 0]
      + Array("a.edi\0remark\0".utf8)
    let packed = make(content)
    return header + little(CRC32.of(header) & 0xFFFF, 2) + packed[10...]
  }

  /// So many zeros (a little less) in a hundredth of that.
  public static func zeros(count: Int) -> [UInt8] {
    let runs = count / Deflate.runLength
    return wrap(
      Deflate.zeros(runs: runs), [UInt8](repeating: 0, count: 1 + runs * Deflate.runLength))
  }

  private static func wrap(_ packed: [UInt8], _ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + packed + little(CRC32.of(content), 4)
      + little(UInt32(content.count), 4)
  }
}

/// Builds tars (POSIX ustar) in memory.
public enum TinyTar {
  public static func make(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    members.flatMap { entry($0.name, $0.content) } + end
  }

  /// The end mark.
  public static let end = [UInt8](repeating: 0, count: 1024)

  /// - Parameters:
  ///   - type: `0` a file, `1` a hard link, `2` a symbolic link, `5` a folder, `6` a pipe.
  ///   - magic: without it, it is a tar of before POSIX.
  public static func entry(
    _ name: String, _ content: [UInt8] = [], type: Character = "0", link: String = "",
    magic: Bool = true
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
    }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(content.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        ", at: 148)
    put(String(type), at: 156)
    put(link, at: 157)
    if magic { put("ustar\u{0}00", at: 257) }
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0}", at: 148)
    return header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }
}
