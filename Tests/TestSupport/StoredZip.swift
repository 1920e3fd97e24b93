/// Builds zips without compression in memory, so that tests state what they test.
public enum StoredZip {
  public static func make(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      let crc = crc32(member.content)
      let name = Array(member.name.utf8)
      // Version 2.0, UTF-8 names, stored, 1 January 2026.
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x5C21, 2)
        + little(crc, 4) + little(UInt32(member.content.count), 4)
        + little(UInt32(member.content.count), 4) + little(UInt32(name.count), 2) + little(0, 2)
      file += [0x50, 0x4B, 3, 4] + common + name + member.content
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(UInt32(offset), 4) + name
    }
    let count = UInt32(members.count)
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
      + little(UInt32(directory.count), 4) + little(UInt32(file.count), 4) + little(0, 2)
    return file + directory + end
  }

  private static func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
