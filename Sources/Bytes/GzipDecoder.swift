internal import CZlib

/// gzip (RFC 1952) by zlib, whose business header, checksum and length are.
@safe final class GzipDecoder: StreamDecoder {
  let magic: [UInt8] = [0x1F, 0x8B, 8]
  // Where zlib finds it again: the address is noted in zlib's own state.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    // Sound: allocated and made here, used only through this value, ended and freed in deinit.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // The largest window, and a gzip header.
    let made = unsafe inflateInit2_(
      stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(made == Z_OK, "zlib cannot begin")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func restart() { unsafe _ = inflateReset(stream) }

  func decode(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, step: DecodeStep) {
    // Of a block that is too large for 32 bits only a part is used.
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    // Sound: zlib only reads so many bytes of the input, and writes at most so many to the output.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = given
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = room
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    let used = unsafe Int(given - stream.pointee.avail_in)
    let count = unsafe Int(room - stream.pointee.avail_out)
    unsafe input = UnsafeRawBufferPointer(rebasing: input[used...])
    switch status {
    case Z_STREAM_END: return (count, .ended)
    case Z_OK where used + count > 0: return (count, .more)
    default: return (count, .damaged)
    }
  }
}
