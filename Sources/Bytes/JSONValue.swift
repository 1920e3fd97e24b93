/// A value of a JSON text (RFC 8259).
public enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// As it is written, so that no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The text of a string, or of a number as it is written; nil for anything else.
  public var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}

/// The members of an object, in their order; no key is there twice.
public struct JSONObject: Equatable, Sendable {
  public struct Member: Equatable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public let members: [Member]

  public init(_ members: [Member]) { self.members = members }

  /// The value of the key; nil where there is none.
  public subscript(_ key: String) -> JSONValue? { members.first { $0.key == key }?.value }
}

/// Why bytes are no JSON text.
public struct JSONFault: Error, Equatable, Sendable {
  /// In words, without anything of the text.
  public enum Reason: String, Sendable {
    case brokenOff = "breaks off within a value"
    case noLineEnd = "the last line has no line end: it may be broken off"
    case unexpected = "a character stands where JSON allows none"
    case trailing = "something follows a value"
    case controlCharacter = "a string holds a control character that is not escaped"
    case escape = "a string holds an escape that JSON does not have"
    case surrogate = "a string holds half of a surrogate pair"
    case encoding = "a string is not UTF-8"
    case number = "a number is not written as JSON asks"
    case duplicateKey = "a key stands twice in one object"
    case tooDeep = "values lie too deep within each other"
    case tooLarge = "a value is larger than the limit"
  }

  public let reason: Reason
  /// Bytes before the fault, in the value that was read.
  public let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
