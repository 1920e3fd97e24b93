import Bytes
import Testing

@Suite struct ByteScannerTests {
  /// The plain twin.
  private func plain(_ bytes: [UInt8], from start: Int, _ wanted: Set<UInt8>) -> Int {
    (start..<bytes.count).first { wanted.contains(bytes[$0]) } ?? bytes.count
  }

  @Test func rareBytesAreFoundWhereverTheyStand() {
    for count in [0, 1, 63, 64, 65, 200] {
      for place in 0...count {
        var bytes = [UInt8](repeating: 0x41, count: count)
        if place < count { bytes[place] = 0x3C }
        for start in 0...count {
          let found = start <= place ? place : count
          #expect(bytes.span.firstIndex(ofRare: 0x3C, from: start) == found)
        }
      }
    }
  }

  @Test func pairsAgreeWithThePlainLoopOnRandomBytes() {
    var seed: UInt64 = 11
    func random() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let scanner = PairScanner(0x55, 0x4E)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random() % 80)).map { _ in
        random() % 4 == 0 ? Array("UuNn\r\n5.".utf8)[Int(random() % 8)] : UInt8(random() % 255)
      }
      for start in 0...bytes.count {
        let found = (start..<bytes.count).first { index in
          guard [0x55, 0x75].contains(bytes[index]) else { return false }
          return index + 1 == bytes.count || [0x4E, 0x6E, 0x0A, 0x0D].contains(bytes[index + 1])
        }
        #expect(scanner.next(in: bytes.span, from: start) == found ?? bytes.count)
      }
    }
  }

  @Test func agreesWithThePlainLoopOnRandomBytes() {
    var seed: UInt64 = 7
    func random() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let scanner = ByteScanner(0x27, 0x3F, 0x0A, 0xFF)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random() % 80)).map { _ in
        random() % 20 == 0 ? [0x27, 0x3F, 0x0A, 0xFF][Int(random() % 4)] : UInt8(random() % 255)
      }
      for start in 0...bytes.count {
        #expect(
          scanner.next(in: bytes.span, from: start)
            == plain(bytes, from: start, [0x27, 0x3F, 0x0A, 0xFF]))
      }
    }
  }
}
