// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/attachment.h"

#include "core/storage/content_index.h"

namespace chengdan {

template <>
const schema::RecordType& schema::describe<attachments::Attachment>()
{
    using attachments::Attachment;
    static const RecordType
        type =
            recordType<Attachment>(
                {
                    .table = storage::kAttachmentTable,
                    .number = storage::kAttachmentNumber,
                    .label = QT_TRANSLATE_NOOP("schema", "Attachment"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Attachments"),
                    .scope = Scope::Root,
                    .title = "name",
                    .since = 3,
                    .columns =
                        {
                            column<&Attachment::customer>({.name = "customer",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                                .required = true,
                                .references = "customer",
                                .inList = InList::Yes,
                                .since = 3}),
                            column<&Attachment::kind>({.name = "kind",
                                .label = QT_TRANSLATE_NOOP("schema", "Hangs on"),
                                .hint =
                                    QT_TRANSLATE_NOOP("schema", "The kind of record it belongs to"),
                                .required = true,
                                .since = 3}),
                            column<&Attachment::record>({.name = "record",
                                .label = QT_TRANSLATE_NOOP("schema", "Record"),
                                .required = true,
                                .indexed = true,
                                .since = 3}),
                            column<&Attachment::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "File name"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "As it is called when it is saved again"),
                                .required = true,
                                .searchable = true,
                                .inList = InList::Yes,
                                .since = 3}),
                            column<&Attachment::mediaType>({.name = "media_type",
                                .label = QT_TRANSLATE_NOOP("schema", "File type"),
                                .inList = InList::LowPriority,
                                .since = 3}),
                            column<&Attachment::bytes>(
                                {.name = storage::kContentBytesColumn,
                                    .label = QT_TRANSLATE_NOOP("schema", "Size in bytes"),
                                    .inList = InList::Yes,
                                    .since = 3}),
                            column<&Attachment::sha256>(
                                {.name = storage::kContentColumn,
                                    .label = QT_TRANSLATE_NOOP("schema", "SHA-256 of the content"),
                                    .required = true,
                                    .indexed = true,
                                    .since = 3}),
                            column<&Attachment::note>(
                                {.name = "note",
                                    .label = QT_TRANSLATE_NOOP("schema", "Note"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "What is to be seen in it"),
                                    .searchable = true,
                                    .inList = InList::Yes,
                                    .since = 3}),
                        },
                });
    return type;
}

} // namespace chengdan
