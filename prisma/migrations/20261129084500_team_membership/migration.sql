-- What a member is in the team: "place" is where a district receives holders, and nothing else.
ALTER TABLE district_team_member RENAME COLUMN place TO membership;
ALTER TABLE district_team_member RENAME CONSTRAINT district_team_member_place_check TO district_team_member_membership_check;
