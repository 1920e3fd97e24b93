internal import CZstd

/// zstd (RFC 8878) by libzstd, which refuses windows of more than 128 MB.
@safe final class ZstdDecoder: StreamDecoder {
  let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// The header of a block, which libzstd would like to have with the block before it.
  private static let blockHeaderBytes = 3
  private let context: OpaquePointer
  /// So many bytes libzstd asks for.
  private var wanted = 0

  init() {
    // Sound: made here, used only through this value, freed in deinit.
    guard let made = unsafe ZSTD_createDCtx() else { fatalError("out of memory") }
    unsafe context = made
  }

  deinit { unsafe _ = ZSTD_freeDCtx(context) }

  func restart() {
    unsafe _ = ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    wanted = 0
  }

  func decode(
    _ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, step: DecodeStep) {
    // What a call unpacks before it meets damage it does not give: hence a block a call, and no more.
    let shown = min(input.count, max(1, wanted - ZstdDecoder.blockHeaderBytes))
    var given = unsafe ZSTD_inBuffer(src: input.baseAddress, size: shown, pos: 0)
    var room = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    // Sound: libzstd stays within the two buffers.
    let status = unsafe ZSTD_decompressStream(context, &room, &given)
    let (used, count) = unsafe (given.pos, room.pos)
    unsafe input = UnsafeRawBufferPointer(rebasing: input[used...])
    if ZSTD_isError(status) != 0 { return (count, .damaged) }
    wanted = status
    if status == 0 { return (count, .ended) }
    return (count, used + count > 0 ? .more : .damaged)
  }
}
