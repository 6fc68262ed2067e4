package io.opsflow.attachments;

/** Objects of a kind that attachments hang on: the port that the objects' module implements as a bean. */
public interface AttachmentHolder {

    /** The kind: {@code move}. */
    String kind();

    /** Whether the acting person may see the object with a key; false also where there is none. */
    boolean isVisible(String key);

    /** Whether the acting person, who may see it, may also add to it and take away again what they added. */
    boolean isOpenTo(String key);
}
