/** A language model behind an address: what it is sent, what it says, and what can go wrong. */
package osusume.chat.model;
