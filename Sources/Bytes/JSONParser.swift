/// Reads one JSON text (RFC 8259), strictly: nothing is repaired, and a key that stands twice is a fault,
/// because programs disagree on which of the two counts.
public struct JSONParser {
  private let maximumDepth: Int
  var position = 0

  /// - Parameter maximumDepth: how many arrays and objects may lie within each other.
  public static func parse(
    _ bytes: Span<UInt8>, maximumDepth: Int = 64
  ) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(maximumDepth: maximumDepth)
    let value = try parser.value(bytes, depth: 0)
    parser.skipBlanks(bytes)
    guard parser.position == bytes.count else { throw JSONFault(.trailing, at: parser.position) }
    return value
  }

  private init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  private mutating func value(
    _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONFault) -> JSONValue {
    skipBlanks(bytes)
    switch try peek(bytes) {
    case 0x22: return .string(try string(bytes))
    case 0x7B: return .object(try object(bytes, depth: depth))
    case 0x5B: return .array(try array(bytes, depth: depth))
    case 0x2D, 0x30...0x39: return .number(try number(bytes))
    case 0x74: return try literal("true", .boolean(true), bytes)
    case 0x66: return try literal("false", .boolean(false), bytes)
    case 0x6E: return try literal("null", .null, bytes)
    default: throw JSONFault(.unexpected, at: position)
    }
  }

  private mutating func array(
    _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONFault) -> [JSONValue] {
    try open(depth)
    var values: [JSONValue] = []
    if try closes(0x5D, bytes) { return values }
    while true {
      values.append(try value(bytes, depth: depth + 1))
      if try !goesOn(until: 0x5D, bytes) { return values }
    }
  }

  private mutating func object(
    _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONFault) -> JSONObject {
    try open(depth)
    var members: [JSONObject.Member] = []
    if try closes(0x7D, bytes) { return JSONObject(members) }
    while true {
      skipBlanks(bytes)
      guard try peek(bytes) == 0x22 else { throw JSONFault(.unexpected, at: position) }
      let key = try string(bytes)
      skipBlanks(bytes)
      guard try peek(bytes) == 0x3A else { throw JSONFault(.unexpected, at: position) }
      position += 1
      members.append(.init(key: key, value: try value(bytes, depth: depth + 1)))
      if try !goesOn(until: 0x7D, bytes) { break }
    }
    guard !JSONParser.repeatsKey(members) else { throw JSONFault(.duplicateKey, at: position) }
    return JSONObject(members)
  }

  private static func repeatsKey(_ members: [JSONObject.Member]) -> Bool {
    if members.count > 16 { return Set(members.lazy.map(\.key)).count < members.count }
    for later in members.indices.dropFirst() {
      for earlier in 0..<later where members[earlier].key == members[later].key { return true }
    }
    return false
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      // Sound: the index is within the word.
      let letter = unsafe word.utf8Start[index]
      guard try peek(bytes) == letter else { throw JSONFault(.unexpected, at: position) }
      position += 1
    }
    return value
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    let start = position
    if bytes[position] == 0x2D { position += 1 }
    let whole = position
    try digits(bytes)
    if bytes[whole] == 0x30, position > whole + 1 { throw JSONFault(.number, at: whole) }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      try digits(bytes)
    }
    return try JSONParser.text(bytes, start..<position)
  }

  /// At least one digit.
  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    guard position > start else {
      throw JSONFault(position == bytes.count ? .brokenOff : .number, at: position)
    }
  }

  // MARK: Between values

  func peek(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt8 {
    guard position < bytes.count else { throw JSONFault(.brokenOff, at: position) }
    return bytes[position]
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func open(_ depth: Int) throws(JSONFault) {
    guard depth < maximumDepth else { throw JSONFault(.tooDeep, at: position) }
    position += 1
  }

  /// Whether an array or object ends without any value.
  private mutating func closes(_ end: UInt8, _ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    skipBlanks(bytes)
    guard try peek(bytes) == end else { return false }
    position += 1
    return true
  }

  /// Whether a comma follows the value, and not the end.
  private mutating func goesOn(
    until end: UInt8, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> Bool {
    skipBlanks(bytes)
    let byte = try peek(bytes)
    guard byte == end || byte == 0x2C else { throw JSONFault(.unexpected, at: position) }
    position += 1
    return byte == 0x2C
  }
}
