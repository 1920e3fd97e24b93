internal import CLZMA

/// xz by liblzma.
@safe final class XZDecoder: StreamDecoder {
  /// Four times what the strongest setting of `xz` asks for.
  private static let memoryBytesMax: UInt64 = 256 << 20

  let magic: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
  private let stream: UnsafeMutablePointer<lzma_stream>

  init() {
    // Sound: allocated and made here, used only through this value, ended and freed in deinit.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: lzma_stream())
    restart()
  }

  deinit {
    unsafe lzma_end(stream)
    unsafe stream.deallocate()
  }

  func restart() {
    let made = unsafe lzma_stream_decoder(stream, XZDecoder.memoryBytesMax, 0)
    precondition(made == LZMA_OK, "liblzma cannot begin")
  }

  func decode(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, step: DecodeStep) {
    // Sound: liblzma only reads the input, and writes to no more than the output.
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = input.count
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = output.count
    let status = unsafe lzma_code(stream, LZMA_RUN)
    let used = unsafe input.count - stream.pointee.avail_in
    let count = unsafe output.count - stream.pointee.avail_out
    unsafe input = UnsafeRawBufferPointer(rebasing: input[used...])
    switch status {
    case LZMA_STREAM_END: return (count, .ended)
    case LZMA_OK where used + count > 0: return (count, .more)
    default: return (count, .damaged)
    }
  }
}
