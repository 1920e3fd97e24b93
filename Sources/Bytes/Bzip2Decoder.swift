internal import CBZip2

/// bzip2 by libbz2. Nothing of a block comes out before the whole of it (up to 900 KB) is there.
@safe final class Bzip2Decoder: StreamDecoder {
  let magic: [UInt8] = [0x42, 0x5A, 0x68]
  // Where libbz2 finds it again: the address is noted in its own state.
  private let stream: UnsafeMutablePointer<bz_stream>

  init() {
    // Sound: allocated and made here, used only through this value, ended and freed in deinit.
    unsafe stream = .allocate(capacity: 1)
    begin()
  }

  deinit {
    unsafe BZ2_bzDecompressEnd(stream)
    unsafe stream.deallocate()
  }

  private func begin() {
    unsafe stream.initialize(to: bz_stream())
    precondition(unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK, "libbz2 cannot begin")
  }

  func restart() {
    unsafe BZ2_bzDecompressEnd(stream)
    begin()
  }

  func decode(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, step: DecodeStep) {
    // Of a block that is too large for 32 bits only a part is used.
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    // Sound: libbz2 only reads so many bytes of the input, and writes at most so many to the output.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    unsafe stream.pointee.avail_in = given
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe stream.pointee.avail_out = room
    let status = unsafe BZ2_bzDecompress(stream)
    let used = unsafe Int(given - stream.pointee.avail_in)
    let count = unsafe Int(room - stream.pointee.avail_out)
    unsafe input = UnsafeRawBufferPointer(rebasing: input[used...])
    switch status {
    case BZ_STREAM_END: return (count, .ended)
    case BZ_OK where used + count > 0: return (count, .more)
    default: return (count, .damaged)
    }
  }
}
