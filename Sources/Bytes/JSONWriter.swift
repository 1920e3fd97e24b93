/// Writes compact JSON (RFC 8259) into bytes, keys in the order in which they are given.
///
/// Absent values are omitted by simply not writing their key, as the contract asks.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// The key of the value that is written next.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    // Sound: a StaticString's bytes live as long as the program.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A key that is known only at run time.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func string(_ value: String) {
    var value = value
    value.makeContiguousUTF8()
    string(value.utf8.span)
  }

  /// An array of strings.
  public mutating func array(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// A string from UTF-8 bytes; ill-formed parts become U+FFFD, so the line stays valid JSON.
  public mutating func string(_ utf8: Span<UInt8>) {
    separate()
    bytes.append(0x22)
    var plain = true
    for index in utf8.indices where utf8[index] >= 0x80 { plain = false }
    if plain {
      for index in utf8.indices { escape(utf8[index]) }
    } else {
      var copy: [UInt8] = []
      copy.reserveCapacity(utf8.count)
      for index in utf8.indices { copy.append(utf8[index]) }
      for byte in String(decoding: copy, as: UTF8.self).utf8 { escape(byte) }
    }
    bytes.append(0x22)
    needsComma = true
  }

  public mutating func integer(_ value: some BinaryInteger) { raw(String(value)) }
  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }
  public mutating func null() { raw("null") }

  /// A number with at most `decimals` decimals, trailing zeros removed (`1`, `9.2`, `-3.05`).
  /// Written with integers, so that the same value gives the same bytes everywhere.
  public mutating func number(_ value: Double, decimals: Int) {
    precondition(value.isFinite && decimals <= 9)
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let magnitude = scaled.magnitude
    var text = (scaled < 0 ? "-" : "") + String(magnitude / UInt(scale))
    var fraction = String(magnitude % UInt(scale) + UInt(scale)).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    if !fraction.isEmpty { text += "." + fraction }
    raw(text)
  }

  /// Ends one JSON Lines record.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  public mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes nothing for nil or an empty text.
  public mutating func member(_ name: StaticString, ifPresent value: String?) {
    guard let value, !value.isEmpty else { return }
    member(name, value)
  }

  public mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  public mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0..<0x20, 0x7F:
      bytes.append(contentsOf: Array("\\u00".utf8))
      bytes.append(contentsOf: hexadecimal([byte]).utf8)
    default: bytes.append(byte)
    }
  }
}
