package io.opsflow.design;

import java.util.Locale;

/** The person who is signed in, as the shell shows them. A port: the accounts module knows the names. */
public interface Me {

    /** The real name, or the user name where there is none. */
    String displayName();

    /** What the person is here, in a word or two of the given language ("Engineer", "工程师"). */
    String role(Locale locale);
}
