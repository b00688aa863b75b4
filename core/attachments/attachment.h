// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan {

using AttachmentId = Id<struct AttachmentTag>;

namespace attachments {

/// The id of whatever record an attachment hangs on; its table is named beside it.
using AttachedId = Id<struct AttachedTag>;

/// A file or picture that hangs on a record of a customer. The row is small and goes to everybody
/// who sees the customer; the content lies beside the company file under its hash
/// (storage::ContentStore), and a copy of a team's data may not have it yet.
struct Attachment {
    AttachmentId id;
    schema::RowMeta meta;
    CustomerId customer;
    QString kind; ///< table of the record it hangs on: customer, activity, quote …
    AttachedId record;
    QString name; ///< of the file, with its ending; safe on every system (file_name.h)
    QString mediaType; ///< such as image/png
    qint64 bytes = 0;
    QString sha256; ///< of the content, 64 lower-case hexadecimal digits
    QString note;
};

} // namespace attachments

template <>
const schema::RecordType& schema::describe<attachments::Attachment>();

} // namespace chengdan
