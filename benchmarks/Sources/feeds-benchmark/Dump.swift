import Bytes
import Feeds
import Records

/// Prints what `pnrscreen parse` prints, findings behind the persons: two builds that print the same read
/// the same.
enum Dump {
  static func run(_ paths: [String]) {
    var batch = PassengerBatch()
    var json = JSONWriter()
    for path in paths {
      do throws(BytesError) {
        var feed = try FeedFile(path: path)
        while try feed.nextBatch(into: &batch) {
          for index in batch.passengers.indices {
            PassengerJSON.write(index, of: batch, file: path, to: &json)
          }
          print(String(decoding: json.bytes, as: UTF8.self), terminator: "")
          json.removeAll()
          for found in batch.diagnostics {
            print("\(path):\(found.offset): \(found.code.rawValue) \(found.text)")
          }
        }
        print(feed.counts)
      } catch {
        print("\(path): \(error)")
      }
    }
  }
}
