/// Builds zips in memory without compression, so that tests state what they test.
public enum StoredZip {
  /// - Parameters:
  ///   - deflated: whether the members are deflate streams (of stored blocks).
  ///   - described: whether length and checksum stand behind each member, as a program writes that
  ///     does not know them before.
  public static func make(
    _ members: [(name: String, content: [UInt8])], deflated: Bool = false, described: Bool = false
  ) -> [UInt8] {
    make(
      members.map { name, content in
        (name, content, deflated ? Deflate.stored(content) : content)
      }, method: deflated ? 8 : 0, described: described)
  }

  /// A zip with one member of so many zeros (a little less), which takes a hundredth of that.
  public static func zeros(name: String, count: Int) -> [UInt8] {
    bombs([(name, count)], before: [], described: false)
  }

  /// A zip of such members of zeros, followed by stored ones.
  public static func bombs(
    _ bombs: [(name: String, size: Int)], before members: [(name: String, content: [UInt8])],
    described: Bool
  ) -> [UInt8] {
    let swelling = bombs.map { bomb in
      let runs = bomb.size / Deflate.runLength
      let content = [UInt8](repeating: 0, count: 1 + runs * Deflate.runLength)
      return (bomb.name, content, Deflate.zeros(runs: runs))
    }
    let honest = members.map { ($0.name, $0.content, Deflate.stored($0.content)) }
    return make(swelling + honest, method: 8, described: described)
  }

  private static func make(
    _ members: [(name: String, content: [UInt8], packed: [UInt8])], method: UInt32, described: Bool
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      let name = Array(member.name.utf8)
      let sizes =
        little(CRC32.of(member.content), 4) + little(UInt32(member.packed.count), 4)
        + little(UInt32(member.content.count), 4)
      // Version 2.0, UTF-8 names, 1 January 2026.
      let start =
        little(20, 2) + little(described ? 0x0808 : 0x0800, 2) + little(method, 2) + little(0, 2)
        + little(0x5C21, 2)
      let lengths = little(UInt32(name.count), 2) + little(0, 2)
      file += [0x50, 0x4B, 3, 4] + start
      file += (described ? little(0, 12) : sizes) + lengths + name + member.packed
      if described { file += [0x50, 0x4B, 7, 8] + sizes }
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + start + sizes + lengths
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(UInt32(offset), 4) + name
    }
    let count = UInt32(members.count)
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
      + little(UInt32(directory.count), 4) + little(UInt32(file.count), 4) + little(0, 2)
    return file + directory + end
  }
}

/// The value's lowest bytes, the lowest first.
func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
  (0..<bytes).map { $0 < 4 ? UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) : 0 }
}

enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { ($0 >> 8) ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
