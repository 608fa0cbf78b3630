package osusume.app;

import java.util.List;
import java.util.Optional;
import osusume.data.Taste;
import osusume.data.UserProfile;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.profile.Habits;

/**
 * What there is to say of one user of the data set.
 *
 * @param taste what they watched
 * @param profile what that says by itself
 * @param habits what it says about how they choose and rate, beside everybody
 * @param groups the taste groups they have a share in, the largest first, none for somebody who
 *     rated nothing; absent where no model was trained
 */
public record UserOverview(
    int userId,
    Taste taste,
    UserProfile profile,
    Habits habits,
    Optional<List<GroupShare>> groups) {}
