/**
 * Attachments (附件): files that hang on an object of any kind: a photo of a move, later the files of a ticket. They stand in
 * the database, so that they come and go with their object's transaction, with its backup, and for all nodes. Who sees an
 * object sees its attachments; its module says so, and who may add to it, by {@link io.opsflow.attachments.AttachmentHolder}.
 * What a file is, its content says. Pictures are drawn anew before they are kept: nothing of the sender's file but what one
 * sees is left. Everything enters through {@link io.opsflow.attachments.Attachments}.
 */
@ApplicationModule(
        displayName = "Attachments",
        allowedDependencies = {"kernel", "platform", "audit"})
@NullMarked
package io.opsflow.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
