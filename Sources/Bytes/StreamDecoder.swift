/// A library that unpacks one kind of packed stream, a piece at a time.
protocol StreamDecoder: AnyObject {
  /// What its streams begin with.
  var magic: [UInt8] { get }

  /// Another stream is next.
  func restart()

  /// Unpacks from `input`, of which it drops what it has used, to the beginning of `output`.
  /// - Returns: the number of bytes written, and where it stands.
  func decode(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, step: DecodeStep)
}

enum DecodeStep {
  /// Wants more bytes, or more room.
  case more
  /// The stream has ended, and what it says of itself is right.
  case ended
  case damaged
}
