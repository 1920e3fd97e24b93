/// What can go wrong between a path and its bytes. The payload names the path and the system's reason,
/// never a byte of the content.
public enum BytesError: Error, Equatable, Sendable {
  /// open(2) or stat(2) refused; `reason` is the system's text (`No such file or directory`).
  case cannotOpen(path: String, reason: String)
  /// read(2) failed after the file was open.
  case cannotRead(path: String, reason: String)
  /// A write, sync or rename failed; `isFull` tells a full disk or exceeded quota apart.
  case cannotWrite(path: String, reason: String, isFull: Bool)
  /// Not a regular file or folder: a device, socket, or symbolic link.
  case notRegular(path: String)
  /// An entry of a folder that was there when the folder was listed.
  case vanished(path: String)
  /// The archive layer refused: not a zip, broken off, checksum wrong, member missing or too large.
  case archive(path: String, reason: String)
}
